/** The files that a guide shows: each block of code that stands below a path. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface FileBlock {
  /** From the root of the repository. */
  readonly path: string;
  /** A whole file, or lines for a file that is there. */
  readonly kind: 'file' | 'lines';
  readonly text: string;
}

/** A path in bold code on a line of its own, and a block below it. */
const fileBlock = /^\*\*`([^`]+)`\*\*\n\n```(\w+)\n([^]*?)^```$/gm;

/** @returns the blocks of a Markdown text in their order; those in the language `diff` are lines. */
export const fileBlocksOf = (markdown: string): readonly FileBlock[] =>
  [...markdown.matchAll(fileBlock)].map(([, path = '', language, text = '']) => ({
    path,
    kind: language === 'diff' ? 'lines' : 'file',
    text,
  }));

/**
 * Adds lines to a file. Those that begin with `+` go below the one before them, which begins with a blank
 * and is in the file.
 * @throws RangeError where the file does not have that line exactly once
 */
export function withLines(file: string, lines: string): string {
  const result = file.split('\n');
  let last = -1;
  for (const line of lines.split('\n').filter((each) => each !== '')) {
    const text = line.slice(1);
    const isNew = line.startsWith('+') && last >= 0;
    if (isNew) result.splice(last + 1, 0, text);
    else if (!line.startsWith(' ') || !isThereOnce(result, text)) {
      throw new RangeError(`The file does not have this line exactly once: ${line}`);
    }
    last = isNew ? last + 1 : result.indexOf(text);
  }
  return result.join('\n');
}

const isThereOnce = (lines: readonly string[], line: string): boolean =>
  lines.includes(line) && lines.indexOf(line) === lines.lastIndexOf(line);

/** Does with a checkout what a guide says. */
export function writeBlocks(root: string, blocks: readonly FileBlock[]): void {
  for (const { path, kind, text } of blocks) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kind === 'file' ? text : withLines(readFileSync(file, 'utf8'), text));
  }
}
