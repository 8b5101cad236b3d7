/** What somebody wrote, within a sentence of ours. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { currentLocale } from '../locale/locale.ts';

/** In quotation marks of the reader's language. Browsers draw French ones without the spaces inside. */
export function quoted(words: string): TemplateResult {
  const space = currentLocale() === 'fr' ? '\u00A0' : '';
  return html`<q dir="auto">${space}${words}${space}</q>`;
}
