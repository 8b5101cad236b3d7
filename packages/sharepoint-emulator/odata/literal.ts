import { invalidExpression } from '../errors.ts';

/** A value written in a URL: in a key, an argument or a filter. */
export type Literal = string | number | boolean | null;

export interface TypedLiteral {
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'datetime' | 'guid';
  readonly value: Literal;
}

const quotedText = (text: string): string => text.slice(1, -1).replaceAll("''", "'");

/** OData 3 literals: 'text', 12, true, null, datetime'…', guid'…'. */
export function readLiteral(text: string): TypedLiteral {
  const source = text.trim();
  if (/^'.*'$/s.test(source)) return { kind: 'string', value: quotedText(source) };
  if (/^datetime(offset)?'.*'$/i.test(source)) {
    return { kind: 'datetime', value: quotedText(source.slice(source.indexOf("'"))) };
  }
  if (/^guid'.*'$/i.test(source)) {
    return { kind: 'guid', value: quotedText(source.slice(source.indexOf("'"))).toLowerCase() };
  }
  if (/^(true|false)$/i.test(source)) {
    return { kind: 'boolean', value: source.toLowerCase() === 'true' };
  }
  if (/^null$/i.test(source)) return { kind: 'null', value: null };
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?[lmdf]?$/i.test(source)) {
    return { kind: 'number', value: Number(source.replace(/[lmdf]$/i, '')) };
  }
  throw invalidExpression(source);
}
