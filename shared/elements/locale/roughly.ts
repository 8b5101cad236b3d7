/** Numbers that are no more than near. */
import { msg, str } from '@lit/localize';
import { numberText } from './formats.ts';

/** @param isRough whether nobody counted it to the end. */
export const roughly = (count: number, isRough: boolean | undefined): string =>
  isRough ? msg(str`about ${numberText(count)}`) : numberText(count);
