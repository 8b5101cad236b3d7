/** How lines of a message begin. */

// A line can match each of these in one way only, so that none takes more than two passes.
export const fence = /^[ \t]*(`{3,})([^`]*)$/;
export const quoted = /^[ \t]*> ?/;
/** A bullet, or a number. More than bullets follows: a row of dashes is no list. */
export const marked = /^[ \t]*(?:([-+*])|(0|[1-9]\d{0,8})([.)]))[ \t](?=.*[^\s*+-])/;

export const isBlank = (line: string): boolean => line.trim() === '';

/** @returns the space at the beginning of a line; of a tab, four. */
const indent = (line: string): string => (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ');

/** @returns in columns. */
export const indentOf = (line: string): number => indent(line).length;

/** Takes up to so many columns of space from the beginning of a line. */
export const dedent = (line: string, columns: number): string =>
  columns === 0 ? line : indent(line).slice(columns) + line.replace(/^[ \t]*/, '');
