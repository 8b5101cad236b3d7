/** What is stored of somebody as a file: one for programs, one for people. Made in the browser; nothing is sent. */
import type { StoredRow } from '@kantine/core';
import { fullMomentText } from '../locale/moment.ts';
import { shownFields } from './shown-fields.ts';
import type { Names } from './shown-fields.ts';

/** The rows of one kind, with what they are called and kept for. */
export interface ExportedKind {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly rows: readonly StoredRow[];
}

interface ExportOptions extends Names {
  readonly title: string;
  readonly made: number;
  /** An IANA language tag. */
  readonly language: string;
}

const isoOf = (instant: number): string => new Date(instant).toISOString();

export function jsonOf(kinds: readonly ExportedKind[], { made, placeName }: ExportOptions): string {
  const all = kinds.map(({ name, purpose, rows }) => ({
    kind: name,
    purpose,
    rows: rows.map(({ container, created, modified, fields }) => ({
      place: placeName(container),
      created: isoOf(created),
      modified: isoOf(modified),
      fields,
    })),
  }));
  return JSON.stringify({ made: isoOf(made), stored: all }, undefined, 2);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (each) => escapes[each] ?? '');

function rowOf(kind: string, row: StoredRow, options: ExportOptions): string {
  const values = shownFields(kind, row, options).map(
    ([name, text]) => `<dt>${escaped(name)}</dt><dd>${escaped(text)}</dd>`,
  );
  const place = options.placeName(row.container);
  const time = `<time datetime="${isoOf(row.created)}">${escaped(fullMomentText(row.created))}</time>`;
  return `<li><p>${time}${place === '' ? '' : ` · ${escaped(place)}`}</p><dl>${values.join('')}</dl></li>`;
}

/** A page of its own that loads nothing, runs nothing, and is styled by whoever opens it. */
export function pageOf(kinds: readonly ExportedKind[], options: ExportOptions): string {
  const parts = kinds.map(
    ({ name, title, purpose, rows }) =>
      `<section><h2>${escaped(title)} (${rows.length})</h2><p>${escaped(purpose)}</p><ol>${rows
        .map((row) => rowOf(name, row, options))
        .join('')}</ol></section>`,
  );
  return `<!doctype html>
<html lang="${escaped(options.language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width">
<title>${escaped(options.title)}</title></head>
<body><main><h1>${escaped(options.title)}</h1><p><time datetime="${isoOf(options.made)}">${escaped(fullMomentText(options.made))}</time></p>
${parts.join('\n')}</main></body></html>
`;
}

/** Hands a file to the browser. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
