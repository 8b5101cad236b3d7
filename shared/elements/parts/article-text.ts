/** The text of an article: that of a message, with headings between. Typed text only ever becomes text. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fence } from './markdown/lines.ts';
import { markdown } from './markdown/markdown.ts';

/** One stretch of a text: a heading, or lines that are read as those of a message. */
export type Stretch =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'lines'; readonly text: string };

const heading = /^(#{1,3})[ \t]+(\S.*)$/;

/** Cuts a text at its headings; what begins like one within code is code. */
export function stretchesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let lines: string[] = [];
  let ticks: string | undefined;
  const end = (): void => {
    if (lines.some((line) => line.trim() !== '')) {
      stretches.push({ type: 'lines', text: lines.join('\n') });
    }
    lines = [];
  };
  for (const line of text.split('\n')) {
    const found = ticks === undefined ? heading.exec(line) : null;
    if (found) {
      end();
      const [, marks = '#', words = ''] = found;
      const level = marks.length as 1 | 2 | 3;
      stretches.push({ type: 'heading', level, text: words.replace(/[ \t]+#+[ \t]*$/, '').trim() });
      continue;
    }
    if (ticks === undefined) ticks = fence.exec(line)?.[1];
    else if (line.includes(ticks) && !/[^\s`]/.test(line)) ticks = undefined;
    lines.push(line);
  }
  end();
  return stretches;
}

/** Below the title of the article, which is a heading of the second level. */
function headingAt(depth: number, text: string): TemplateResult {
  if (depth === 1) return html`<h3 dir="auto">${text}</h3>`;
  return depth === 2 ? html`<h4 dir="auto">${text}</h4>` : html`<h5 dir="auto">${text}</h5>`;
}

/** Who goes through a page by its headings meets no gap: none is deeper by more than one than the one before. */
export function articleText(text: string): TemplateResult {
  let depth = 0;
  const drawn = stretchesOf(text).map((stretch) => {
    if (stretch.type === 'lines') return markdown(stretch.text);
    depth = Math.min(stretch.level, depth + 1);
    return headingAt(depth, stretch.text);
  });
  return html`<div class="markdown text">${drawn}</div>`;
}
