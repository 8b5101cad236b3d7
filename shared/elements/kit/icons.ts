/** Line icons, drawn on a grid of 16; decoration only, the text beside them says what they mean. */
import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

export const icon = (path: string): SVGTemplateResult =>
  svg`<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;

export const reply = /* @__PURE__ */ icon(
  'M6.5 3.5 2.5 7.5l4 4 M2.5 7.5H9a4.5 4.5 0 0 1 4.5 4.5v.5',
);
export const addReaction = /* @__PURE__ */ icon(
  'M9.5 2.2A6 6 0 1 0 13.8 6.5 M5.5 9.5S6.4 11 8 11s2.5-1.5 2.5-1.5 M6 6.5v.01 M10 6.5v.01 M13 1.2v4 M11 3.2h4',
);
export const edit = /* @__PURE__ */ icon('M10.5 3 13 5.5 5.5 13H3v-2.5L10.5 3Z');
export const remove = /* @__PURE__ */ icon('M3 4.5h10 M6.5 4.5v-2h3v2 M4.5 4.5l.6 9h5.8l.6-9');
export const lock = /* @__PURE__ */ icon(
  'M4 7.500h8v6H4Z M5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
);
