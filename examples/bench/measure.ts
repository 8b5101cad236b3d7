/** One figure and the most that it may be. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit:
    'KB gzip' | 'ratio' | 'reads' | 'requests' | 'calls' | 'statements' | 'bytes' | 'ms';
  readonly budget: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
