/** One figure and the most that it may be. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit:
    | 'kB'
    | 'kB gzip'
    | 'levels'
    | 'ratio'
    | 'reads'
    | 'requests'
    | 'calls'
    | 'statements'
    | 'points'
    | 'operations'
    | 'bytes'
    | 'ms'
    | 'ms/1000px'
    | 'MB';
  /** Absent from a figure that is there to compare with. */
  readonly budget?: number;
  /** Between which values the middle half of the rounds lay, where there were several. */
  readonly middleHalf?: readonly [number, number];
}

/** @param share 0 for the least, 0.5 for the median, 1 for the most. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
}

/** What several rounds say together: their median, and how far they lie apart. */
export function medianOf(
  rounds: readonly number[],
): Required<Pick<Measure, 'value' | 'middleHalf'>> {
  return {
    value: quantile(rounds, 0.5),
    middleHalf: [quantile(rounds, 0.25), quantile(rounds, 0.75)],
  };
}
