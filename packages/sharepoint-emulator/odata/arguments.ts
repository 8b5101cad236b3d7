import { invalidArgument } from '../errors.ts';
import { readLiteral, type Literal } from './literal.ts';

/**
 * The arguments of one segment. SharePoint takes a parameter from the parentheses, by place or by
 * name, from an alias in the query (`@v`), or from the JSON body of a POST.
 */
export class Arguments {
  readonly #positional: readonly Literal[];
  readonly #named: ReadonlyMap<string, Literal>;
  readonly #body: () => Record<string, unknown>;
  readonly given: boolean;

  constructor(
    positional: readonly Literal[],
    named: ReadonlyMap<string, Literal>,
    body: () => Record<string, unknown>,
    given: boolean,
  ) {
    this.#positional = positional;
    this.#named = named;
    this.#body = body;
    this.given = given;
  }

  get(name: string, place = 0): unknown {
    const lower = name.toLowerCase();
    if (this.#named.has(lower)) return this.#named.get(lower);
    if (place < this.#positional.length) return this.#positional[place];
    for (const [key, value] of Object.entries(this.#body())) {
      if (key.toLowerCase() === lower) return value;
    }
    return undefined;
  }

  /** A parameter of the URL alone: the body of the request is a file's content. */
  fromUrl(name: string, place = 0): Literal | undefined {
    return this.#named.get(name.toLowerCase()) ?? this.#positional[place];
  }

  /** The one value of a key: `('title')`, `(3)` or `(guid'…')`. */
  key(): Literal {
    const value = this.#positional[0] ?? [...this.#named.values()][0];
    if (value === undefined) throw invalidArgument();
    return value;
  }

  text(name: string, place = 0): string {
    const value = this.get(name, place);
    if (typeof value !== 'string') throw invalidArgument();
    return value;
  }

  optionalText(name: string, place = 0): string | undefined {
    const value = this.get(name, place);
    return typeof value === 'string' ? value : undefined;
  }

  number(name: string, place = 0): number {
    const value = this.get(name, place);
    const result = typeof value === 'string' ? Number(value) : value;
    if (typeof result !== 'number' || Number.isNaN(result)) throw invalidArgument();
    return result;
  }

  flag(name: string, place = 0): boolean {
    const value = this.get(name, place);
    return value === true || value === 'true' || value === 1;
  }

  /** A structured parameter, which only a body can carry (`{"parameters": {…}}`). */
  object(name: string): Record<string, unknown> {
    const value = this.get(name);
    if (typeof value !== 'object' || value === null) throw invalidArgument();
    return value as Record<string, unknown>;
  }
}

/** Splits at commas outside of quotes, and reads `name=value` as well as bare values. */
export function readArguments(
  source: string,
  alias: (name: string) => string | undefined,
): { positional: Literal[]; named: Map<string, Literal> } {
  const positional: Literal[] = [];
  const named = new Map<string, Literal>();
  for (const part of splitOutsideQuotes(source, ',')) {
    if (!part.trim()) continue;
    const name = /^\s*([A-Za-z]\w*)\s*=(.*)$/s.exec(part);
    const value = resolve((name?.[2] ?? part).trim(), alias);
    if (name?.[1]) named.set(name[1].toLowerCase(), value);
    else positional.push(value);
  }
  return { positional, named };
}

/** An alias has to be given: SharePoint does not take it for text. */
function resolve(text: string, alias: (name: string) => string | undefined): Literal {
  if (!text.startsWith('@')) return readLiteral(text).value;
  const aliased = alias(text);
  if (aliased === undefined) throw invalidArgument();
  return readLiteral(aliased).value;
}

/** A doubled quote opens and closes at once, and so changes nothing. */
export function splitOutsideQuotes(source: string, separator: string): string[] {
  const parts: string[] = [];
  let inQuotes = false;
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === "'") inQuotes = !inQuotes;
    else if (!inQuotes && source[at] === separator) {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}
