/** Counting months of a group's activity. */
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import type { CountedMetric } from './limits.ts';
import { measure } from './measure.ts';
import { monthOf } from './months.ts';
import type { Month } from './months.ts';
import { readActivity, TooMuch } from './read-activity.ts';
import { rightTo } from './right-to.ts';

/** The number of a month. */
export interface MonthNumber {
  readonly month: Month;
  /** Absent where nobody is shown it: fewer than five people are behind it, or nothing happened. */
  readonly value?: number;
  /** More happened than is counted. */
  readonly isTooMuch?: true;
}

export interface MonthNumbers {
  readonly months: readonly MonthNumber[];
  /** When they were counted. */
  readonly at: Instant;
}

export interface Counting {
  readonly group: string;
  readonly metric: CountedMetric;
  readonly days: number;
  readonly months: readonly Month[];
}

/** A month that has not begun has no number. @throws NotFound, Forbidden as a wall does */
export async function readNumbers(
  host: Host,
  { group, metric, days, months }: Counting,
): Promise<MonthNumbers> {
  await rightTo(host, group);
  const now = await host.clock.server();
  const numberOf = async (month: Month): Promise<MonthNumber> => {
    if (month > monthOf(now)) return { month };
    try {
      const activity = await readActivity(host, group, { metric, month, now });
      const value = measure({ metric, days, month, now }, activity);
      return { month, ...(value === undefined ? {} : { value }) };
    } catch (error) {
      if (error instanceof TooMuch) return { month, isTooMuch: true };
      throw error;
    }
  };
  return { months: await Promise.all([...new Set(months)].map(numberOf)), at: now };
}
