import { dateFormat } from '../../locale/formats.ts';

/** A day of this month or the next. */
export const dayText = (instant: number): string =>
  dateFormat({ day: 'numeric', month: 'short' }).format(instant);
