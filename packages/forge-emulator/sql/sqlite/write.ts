/** Puts tokens together as SQLite reads them. */
import { NotImplementedError } from '../../errors.ts';
import { isSign } from '../tokens.ts';
import type { Token } from '../tokens.ts';

export const nameText = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const literalText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Nothing is guessed: what has no counterpart here ends with its name. */
export const untranslated = (construct: string): NotImplementedError =>
  new NotImplementedError(
    `SQL on the embedded database: ${construct}`,
    'Give the emulator a MariaDB, which knows the whole dialect.',
  );

export const sign = (value: string): Token => ({ kind: 'sign', value });
export const word = (value: string): Token => ({ kind: 'word', value });
export const text = (value: string): Token => ({ kind: 'text', value });

function tokenText({ kind, value }: Token): string {
  if (kind === 'name') return nameText(value);
  if (kind === 'text') {
    // SQLite ends a text at a NUL.
    if (value.includes('\0')) return `CAST(x'${Buffer.from(value).toString('hex')}' AS TEXT)`;
    return literalText(value);
  }
  return value;
}

/** A statement as text; spaces keep signs of one apart from signs of the next. */
export const writeTokens = (tokens: readonly Token[]): string =>
  tokens
    .map((token, position) =>
      isSign(token, '.') || isSign(tokens[position - 1], '.') || position === 0
        ? tokenText(token)
        : isSign(token, '(') && tokens[position - 1]?.kind === 'word'
          ? tokenText(token)
          : ` ${tokenText(token)}`,
    )
    .join('');
