/**
 * Paragraphs, quotes, lists and fenced code, from lines.
 *
 * A block ends at the line that does not begin like it: no line is drawn into the quote or the
 * item above it. Each line is read a few times a level, and levels are limited.
 */
import { parseInlines } from './inlines.ts';
import { dedent, fence, indentOf, isBlank, marked, quoted } from './lines.ts';
import type { Block } from './tree.ts';

/** Quotes and items that are nested deeper stay as typed. */
const deepest = 10;

/** Reads the blocks of a message, or of a quote or an item in it. */
class Reader {
  readonly #lines: readonly string[];
  /** How many quotes and items are around the lines. */
  readonly #depth: number;
  readonly #blocks: Block[] = [];
  /** The line that is read next. */
  #at = 0;

  constructor(lines: readonly string[], depth: number) {
    this.#lines = lines;
    this.#depth = depth;
  }

  read(): readonly Block[] {
    while (this.#at < this.#lines.length) this.#block(this.#lines[this.#at] ?? '');
    return this.#blocks;
  }

  #block(line: string): void {
    const code = fence.exec(line);
    const item = marked.exec(line);
    if (isBlank(line)) this.#at += 1;
    else if (code) this.#code(code);
    else if (this.#depth === deepest) this.#paragraph();
    else if (quoted.test(line)) this.#quote();
    else if (item) this.#item(item);
    else this.#paragraph();
  }

  /** @returns the line to be read, and those after it that belong to it. */
  #take(belongs: (line: string) => boolean): readonly string[] {
    const first = this.#at;
    do this.#at += 1;
    while (this.#at < this.#lines.length && belongs(this.#lines[this.#at] ?? ''));
    return this.#lines.slice(first, this.#at);
  }

  /** A fence that is not closed goes on to the end. */
  #code([, ticks = '', beside = '']: RegExpExecArray): void {
    const [opening = '', ...lines] = this.#take(
      (line) => !line.includes(ticks) || /[^\s`]/.test(line),
    );
    this.#at += 1;
    const value = lines.map((line) => dedent(line, indentOf(opening))).join('\n');
    this.#blocks.push({ type: 'code-block', beside: beside.trim(), value });
  }

  #quote(): void {
    const lines = this.#take((line) => quoted.test(line));
    const own = lines.map((line) => line.replace(quoted, ''));
    this.#blocks.push({ type: 'quote', children: parseBlocks(own, this.#depth + 1) });
  }

  /** Continues the list above it, if that has the same kind of marker. */
  #item([typed, bullet, number, punctuation]: RegExpExecArray): void {
    // Lines that are indented beyond the marker belong to the item.
    const columns = indentOf(typed) + typed.trim().length + 1;
    const [first = '', ...others] = this.#take(
      (line) => isBlank(line) || indentOf(line) >= columns,
    );
    const own = [first.slice(typed.length), ...others.map((line) => dedent(line, columns))];
    const item = { number, children: parseBlocks(own, this.#depth + 1) };
    const marker = bullet ?? punctuation ?? '';
    const above = this.#blocks.at(-1);
    if (above?.type === 'list' && above.marker === marker) above.items.push(item);
    else this.#blocks.push({ type: 'list', marker, items: [item] });
  }

  #paragraph(): void {
    const lines = this.#take((line) => !isBlank(line) && !this.#interrupts(line));
    this.#blocks.push({ type: 'paragraph', children: parseInlines(lines.join('\n')) });
  }

  /** Within a paragraph a line may well begin with a date or a year: there, only 1 starts a list. */
  #interrupts(line: string): boolean {
    if (fence.test(line)) return true;
    if (this.#depth === deepest) return false;
    const item = marked.exec(line);
    return quoted.test(line) || (item !== null && (item[2] ?? '1') === '1');
  }
}

/** @param depth how many quotes and items are around the lines. */
export const parseBlocks = (lines: readonly string[], depth = 0): readonly Block[] =>
  new Reader(lines, depth).read();
