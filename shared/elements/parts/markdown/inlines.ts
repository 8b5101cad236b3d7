/**
 * Emphasis, code and links within a paragraph, in one pass over its tokens.
 *
 * Emphasis begins and ends at the edge of a word: `Kolleg*innen` and `snake_case` stay as typed.
 * A backslash is a backslash.
 */
import { mentionedBy } from '@kantine/core';
import { addressOf, bareLink, linkTo } from './links.ts';
import { letter, tokens } from './tokens.ts';
import type { Inline } from './tree.ts';

/** A mark that may still be closed. */
interface Opener {
  readonly mark: string;
  /** Of the node that shows the mark as long as it is not closed. */
  readonly node: number;
  /** Where the text begins that it opens. */
  readonly after: number;
}

/** The most marks that are open at a time, which limits nesting too. Older ones stay as typed. */
const mostOpen = 10;

/** Within a word, or a path, nothing is emphasis. */
const goesBefore = new RegExp(`(?:${letter}|[\\\\/])$`, 'u');
const goesOn = new RegExp(`^(?:${letter}|[\\\\/])`, 'u');

/** Marks that have opened nothing become one with the text beside them. */
function joined(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type !== 'text' || node.type !== 'text') result.push(node);
    else result[result.length - 1] = { type: 'text', value: last.value + node.value };
  }
  return result;
}

class Reader {
  readonly #text: string;
  readonly #inLink: boolean;
  readonly #nodes: Inline[] = [];
  #openers: Opener[] = [];
  /** Until where tokens were read. */
  #at = 0;
  /** Until where the text is in the nodes. */
  #done = 0;

  constructor(text: string, inLink: boolean) {
    this.#text = text;
    this.#inLink = inLink;
  }

  read(): readonly Inline[] {
    for (let found; (found = this.#next());) {
      this.#at = tokens.lastIndex;
      this.#token(found);
    }
    this.#showUntil(this.#text.length);
    return joined(this.#nodes);
  }

  #next(): RegExpExecArray | null {
    // The text of a link is read in between.
    tokens.lastIndex = this.#at;
    return tokens.exec(this.#text);
  }

  #token({ 0: typed, index, groups = {} }: RegExpExecArray): void {
    const { code, mail, marks, mention, target } = groups;
    if (marks) this.#marks(index, marks);
    else if (typed === '[') this.#open(index, typed);
    else if (typed.startsWith(']')) this.#closeBracket(index, typed, target);
    else if (code) this.#add(index, typed, { type: 'code', value: code.trim() || code });
    // In the text of a link nothing else can be pressed by itself.
    else if (!this.#inLink)
      this.#add(
        index,
        typed,
        mention ? { type: 'mention', person: mentionedBy(mention), typed } : bareLink(typed, mail),
      );
  }

  /** Everything up to there that has no other meaning is text. */
  #showUntil(end: number): void {
    const value = this.#text.slice(this.#done, end);
    if (value) this.#nodes.push({ type: 'text', value });
    this.#done = end;
  }

  #add(index: number, typed: string, node: Inline | undefined): void {
    if (!node) return;
    this.#showUntil(index);
    this.#nodes.push(node);
    this.#done = index + typed.length;
  }

  #open(index: number, mark: string): void {
    this.#showUntil(index);
    const after = index + mark.length;
    this.#openers = [...this.#openers, { mark, node: this.#nodes.length, after }].slice(-mostOpen);
    this.#showUntil(after);
  }

  /**
   * Emphasis begins before what is neither a space, a comma nor a bracket that closes. Beside a slash it neither begins
   * nor ends: that is a path.
   */
  #marks(index: number, typed: string): void {
    const end = index + typed.length;
    const before = this.#text.slice(0, index).slice(-2);
    const after = this.#text.slice(end, end + 2);
    const closes = /[^\s\p{Ps}]$/u.test(before) && !goesOn.test(after);
    const opens = /^[^\s\p{Pe},]/u.test(after) && !goesBefore.test(before);
    if (typed.length > 3 || (closes && this.#closeMarks(index, typed)) || !opens) return;
    // Three are emphasis around strong.
    const outer = typed.slice(2);
    if (outer) this.#open(index, outer);
    this.#open(index + outer.length, typed.slice(0, 2));
  }

  /** @returns whether anything was closed. */
  #closeMarks(index: number, typed: string): boolean {
    let left = typed;
    // As many close as have opened, but for three, which may close one and two as well.
    const fits = ({ mark }: Opener): boolean =>
      mark === left || (left.length === 3 && left.startsWith(mark));
    for (let opener; (opener = this.#openers.findLast(fits));) {
      if (left === typed) this.#showUntil(index);
      left = left.slice(opener.mark.length);
      this.#close(opener, {
        type: opener.mark.length === 1 ? 'emphasis' : 'strong',
        children: joined(this.#nodes.slice(opener.node + 1)),
      });
      this.#done = index + typed.length - left.length;
    }
    return left !== typed;
  }

  #closeBracket(index: number, typed: string, target: string | undefined): void {
    const opener = this.#openers.findLast(({ mark }) => mark === '[');
    const text = this.#text.slice(opener?.after, index);
    const url = opener && target && addressOf(target, text);
    if (url) {
      this.#close(opener, linkTo(url, text, parseInlines(text, true)));
      this.#done = index + typed.length;
      // No link stands in another.
      this.#openers = this.#openers.filter(({ mark }) => mark !== '[');
    } else {
      this.#openers = this.#openers.filter((other) => other !== opener);
      // The text in the parentheses is text like any other.
      this.#at = index + 1;
    }
  }

  /** Puts a node in the place of what an opener has opened. */
  #close(opener: Opener, node: Inline): void {
    this.#nodes.length = opener.node;
    this.#nodes.push(node);
    this.#openers = this.#openers.slice(0, this.#openers.indexOf(opener));
  }
}

/** Every token holds one of these. Most messages hold none, and need no reading. */
const signs = /[`*_@[\]]|:\/\/|www\./i;

/** @param inLink the text of a link, in which addresses are text. */
export function parseInlines(text: string, inLink = false): readonly Inline[] {
  if (signs.test(text)) return new Reader(text, inLink).read();
  return text === '' ? [] : [{ type: 'text', value: text }];
}
