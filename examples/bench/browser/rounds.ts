/** Measures the designs in turn, so that what the machine does meanwhile strikes them all alike. */
import { designs } from './pages.ts';
import type { DesignName } from './pages.ts';

export type Rounds<Figure> = Readonly<Record<DesignName, readonly Figure[]>>;

/** @param measure one figure of one design; each round begins with another design. */
export async function inTurn<Figure>(
  rounds: number,
  measure: (design: DesignName) => Promise<Figure>,
): Promise<Rounds<Figure>> {
  const figures: Record<DesignName, Figure[]> = { ours: [], plain: [], fluent: [] };
  for (let round = 0; round < rounds; round += 1) {
    const first = round % designs.length;
    for (const design of [...designs.slice(first), ...designs.slice(0, first)]) {
      figures[design].push(await measure(design));
    }
  }
  return figures;
}

/** Of each round, how often the one fits into the other. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): number[] =>
  ours.map((figure, round) => figure / (theirs[round] ?? NaN));
