/** Whom a text mentions although they cannot read it. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TextKind } from './kind-choice.ts';
import { mentionedIn } from './mention-text.ts';
import type { WrittenText } from './mention-text.ts';

export interface TextDraft extends WrittenText {
  readonly kind?: TextKind | undefined;
  /** The id of what it is about. */
  readonly topic?: string | undefined;
  /** The names of those whom it mentions and who cannot read it. */
  readonly untold?: readonly string[] | undefined;
}

/** Within a sentence that is one text: whatever direction the name has, it moves no word beside it. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

export function untold(draft: TextDraft): TemplateResult | typeof nothing {
  const mentioned = new Set(mentionedIn(draft).map(({ name }) => name));
  const names = (draft.untold ?? []).filter((name) => mentioned.has(name));
  if (names.length === 0) return nothing;
  return html`<div role="status">
    ${names.map(
      (name) =>
        html`<p class="untold">
          ${msg(str`${isolated(name)} cannot read this group and will not be told.`)}
        </p>`,
    )}
  </div>`;
}
