/** Reads tokens one after another: what a statement's grammar asks for next. */
import { behindParenthesis, isSign, isWord } from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { untranslated } from './write.ts';

export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  get isOver(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Passes over these words, if they come next. */
  skip(...words: readonly string[]): boolean {
    const found = words.every((each, position) => isWord(this.#tokens[this.#at + position], each));
    if (found) this.#at += words.length;
    return found;
  }

  skipSign(sign: string): boolean {
    const found = isSign(this.next, sign);
    if (found) this.#at += 1;
    return found;
  }

  /** Whether one of these words comes next. */
  sees(...words: readonly string[]): boolean {
    return isWord(this.next, ...words);
  }

  /** Whether `CONSTRAINT name FOREIGN KEY` comes next. */
  seesForeignKeyBehindName(): boolean {
    return this.sees('CONSTRAINT') && isWord(this.#tokens[this.#at + 2], 'FOREIGN');
  }

  take(): Token {
    const token = this.next;
    if (!token) throw untranslated('a statement that ends too early');
    this.#at += 1;
    return token;
  }

  /** A name, with the schema in front of it left out. */
  name(): string {
    let { value } = this.take();
    while (this.skipSign('.')) ({ value } = this.take());
    return value;
  }

  /** What stands in the parentheses that come next. */
  inParentheses(): readonly Token[] {
    const end = behindParenthesis(this.#tokens, this.#at);
    const inner = this.#tokens.slice(this.#at + 1, end - 1);
    this.#at = end;
    return inner;
  }

  rest(): readonly Token[] {
    const rest = this.#tokens.slice(this.#at);
    this.#at = this.#tokens.length;
    return rest;
  }
}
