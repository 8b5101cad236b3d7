/** Tables in Markdown, for blocks of the documentation. */

export const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** @returns the rows with the empty lines around them that a block needs. */
export const table = (...rows: readonly string[]): string => `\n${rows.join('\n')}\n`;
