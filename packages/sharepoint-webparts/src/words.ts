import type * as words from 'KantineStrings';

/** The words of the property panes, in one language. */
export type Words = typeof words;
