import { numberText } from '../locale/formats.ts';

/** A number in the reader's own way of writing it; anything else as it is. */
export const number = (value: number | string | undefined): string =>
  typeof value === 'number' ? numberText(value) : (value ?? '');
