import { invalidExpression, notEmulated } from '../../errors.ts';
import { readLiteral } from '../literal.ts';
import type { Comparison, DatePart, Predicate, TextFunction } from './ast.ts';
import { tokenize, type Token } from './tokens.ts';

const COMPARISONS = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const MIRRORED: Record<Comparison, Comparison> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};
const TEXT_FUNCTIONS = new Set(['startswith', 'substringof', 'endswith']);
const DATE_PARTS = new Set(['day', 'month', 'year', 'hour', 'minute', 'second']);

/** Reads $filter by recursive descent; `and` binds closer than `or`, `not` closer than both. */
export function parseFilter(source: string): Predicate {
  return new Parser(source).parse();
}

class Parser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  parse(): Predicate {
    const predicate = this.#or();
    this.#expect('end');
    return predicate;
  }

  #or(): Predicate {
    let left = this.#and();
    while (this.#word('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Predicate {
    let left = this.#unary();
    while (this.#word('and')) left = { kind: 'and', left, right: this.#unary() };
    return left;
  }

  #unary(): Predicate {
    if (this.#word('not')) return { kind: 'not', operand: this.#unary() };
    if (this.#peek().kind === 'open') {
      this.#next();
      const inner = this.#or();
      this.#expect('close');
      return inner;
    }
    if (this.#peek().kind === 'literal') return this.#mirroredComparison();
    const name = this.#expect('name').text;
    return this.#peek().kind === 'open' ? this.#function(name) : this.#comparison(name);
  }

  #comparison(name: string): Predicate {
    const operator = this.#operator();
    const literal = readLiteral(this.#expect('literal').text);
    return { kind: 'compare', operator, path: name.split('/'), literal };
  }

  /** `5 lt Age` is legal and says the same as `Age gt 5`. */
  #mirroredComparison(): Predicate {
    const literal = readLiteral(this.#next().text);
    const operator = MIRRORED[this.#operator()];
    return { kind: 'compare', operator, path: this.#expect('name').text.split('/'), literal };
  }

  #function(name: string): Predicate {
    const lower = name.toLowerCase();
    this.#expect('open');
    const operands = [this.#next()];
    while (this.#peek().kind === 'comma') {
      this.#next();
      operands.push(this.#next());
    }
    this.#expect('close');
    if (TEXT_FUNCTIONS.has(lower)) return this.#textFunction(lower as TextFunction, operands);
    if (DATE_PARTS.has(lower)) return this.#datePart(lower as DatePart, operands);
    throw notEmulated(`the function '${name}' in $filter`);
  }

  /** startswith(Field,'x') names the field first; substringof('x',Field) names it last. */
  #textFunction(name: TextFunction, operands: readonly Token[]): Predicate {
    const [field, text] = name === 'substringof' ? [operands[1], operands[0]] : operands;
    if (field?.kind !== 'name' || text?.kind !== 'literal') throw this.#invalid();
    const value = readLiteral(text.text).value;
    this.#comparedWithTrue();
    return { kind: 'text', name, path: field.text.split('/'), text: String(value) };
  }

  /** Clients may write `startswith(Title,'a') eq true`. */
  #comparedWithTrue(): void {
    if (!this.#word('eq')) return;
    if (readLiteral(this.#expect('literal').text).value !== true) throw this.#invalid();
  }

  #datePart(part: DatePart, operands: readonly Token[]): Predicate {
    const field = operands[0];
    if (field?.kind !== 'name') throw this.#invalid();
    const operator = this.#operator();
    const value = Number(readLiteral(this.#expect('literal').text).value);
    return { kind: 'datePart', part, operator, path: field.text.split('/'), value };
  }

  #operator(): Comparison {
    const text = this.#expect('name').text.toLowerCase();
    if (!COMPARISONS.has(text)) throw this.#invalid();
    return text as Comparison;
  }

  #word(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'name' || token.text.toLowerCase() !== text) return false;
    this.#at += 1;
    return true;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #expect(kind: Token['kind']): Token {
    const token = this.#next();
    if (token.kind !== kind) throw this.#invalid();
    return token;
  }

  #invalid(): Error {
    return invalidExpression(this.#source);
  }
}
