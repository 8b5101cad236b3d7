/** A name within a sentence that is one text: whatever direction it has, it moves no word beside it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
