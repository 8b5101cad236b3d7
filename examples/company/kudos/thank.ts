import type { Moment } from '../calendar.ts';
import type { KudosValue } from '../types.ts';

export interface KudosGiven {
  at: Moment;
  from: string;
  to: string[];
  value: KudosValue;
  reason: string;
}

export function thank(
  at: Moment,
  from: string,
  to: string,
  value: KudosValue,
  reason: string,
): KudosGiven {
  return { at, from, to: to.split(' '), value, reason };
}
