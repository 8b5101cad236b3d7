/** The numbers of a goal as they are shown: by month, where it began, and where it is. */
import { monthOf, monthsBefore } from '@kantine/core';
import type { Community, CountedMetric, GoalView, Month, MonthNumber } from '@kantine/core';
import type { Measured } from './number-words.ts';

/** So many months one question is about. */
const atOnce = 4;
/** The newest months change while people write; older ones are asked for once. */
const changing = 2;

export interface Numbers {
  /** The oldest first; those that are still being counted are left out. */
  readonly months: readonly MonthNumber[];
  /** When they were counted; undefined where people count themselves. */
  readonly at?: number;
}

/** The numbers that stewards wrote down. */
export const handNumbers = ({ months, handCounts }: GoalView): Numbers => ({
  months: months.map((month) => {
    const counted = handCounts.find((each) => each.month === month);
    return counted ?? { month };
  }),
});

interface Counting extends Measured {
  readonly group: string;
  readonly months: readonly Month[];
}

/** Counts the months of a goal, the newest first, and keeps the old ones while the page is open. */
export class MonthCounter {
  readonly #kept = new Map<string, MonthNumber>();

  /** @param told with what is there so far. */
  async count(
    { goals }: Community,
    { group, metric, days, months }: Counting,
    told: (numbers: Numbers) => void,
  ): Promise<Numbers> {
    const nameOf = (month: Month): string => `${group} ${metric} ${days} ${month}`;
    const newest = months.slice(-changing);
    const asked = months.filter(
      (month) => newest.includes(month) || !this.#kept.has(nameOf(month)),
    );
    let at = 0;
    const known = (): Numbers => ({
      months: months.flatMap((month) => this.#kept.get(nameOf(month)) ?? []),
      at,
    });
    for (let end = asked.length; end > 0; end -= atOnce) {
      const part = asked.slice(Math.max(0, end - atOnce), end);
      const found = await goals.measure({
        group,
        metric: metric as CountedMetric,
        days,
        months: part,
      });
      at = Math.max(at, found.at);
      for (const each of found.months) this.#kept.set(nameOf(each.month), each);
      told(known());
    }
    return known();
  }
}

/** The mean of the months before a goal, as far as they are shown. */
export function beginningOf(
  { created }: Pick<GoalView, 'created'>,
  { months }: Numbers,
): number | undefined {
  const first = monthOf(created);
  const values = months
    .filter(({ month }) => month < first && month >= first - monthsBefore)
    .flatMap(({ value }) => value ?? []);
  if (values.length === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.round(mean * 10) / 10;
}

/** The newest number that is shown. */
export const newestOf = ({ months }: Numbers): MonthNumber | undefined =>
  months.findLast(({ value }) => value !== undefined);
