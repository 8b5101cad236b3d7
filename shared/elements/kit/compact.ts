/** Templates without the line breaks that only their source needs: a third of a wall's nodes would be such. */
import { html as litHtml } from 'lit';
import type { TemplateResult } from 'lit';

const compacted = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** Line breaks beside a tag, or between two values; spaces within a line stay. */
const compactPart = (part: string): string =>
  part.replace(/>\s*\n\s*(?=<|$)/g, '>').replace(/^\s*\n\s*(?=<|$)/, '');

function compact(strings: TemplateStringsArray): TemplateStringsArray {
  const known = compacted.get(strings);
  if (known) return known;
  const parts = strings.map(compactPart);
  const made = Object.assign(parts, { raw: parts });
  compacted.set(strings, made);
  return made;
}

/** Lit's own tag for templates that are drawn by the hundred; their parts have to stand in a row by style. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult =>
  litHtml(compact(strings), ...values);
