import { cleanText } from '../kernel/visible-text.ts';

/** Two spellings of one topic, department or place are one. */
export const tagKey = (tag: string): string => cleanText(tag).toLocaleLowerCase('en');
