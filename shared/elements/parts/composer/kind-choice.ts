/** What a text is: something to share, or a question of which somebody can say that it was solved. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What a text is, where it is not only something to share. */
export type TextKind = 'question';

interface KindChoice {
  readonly busy: boolean;
  /** Negative where Tab passes it by. */
  readonly tabindex: unknown;
  readonly choose: (kind: TextKind | undefined) => void;
}

/** Two quiet choices. */
export function kindChoice(
  chosen: TextKind | undefined,
  { busy, tabindex, choose }: KindChoice,
): TemplateResult {
  const choice = (kind: TextKind | undefined, label: string): TemplateResult =>
    html`<label>
      <input
        type="radio"
        name="kind"
        tabindex=${tabindex}
        .checked=${chosen === kind}
        ?disabled=${busy}
        @change=${() => choose(kind)}
      />
      ${label}
    </label>`;
  return html`<fieldset class="kinds">
    <legend class="unseen">${msg('What it is')}</legend>
    ${choice(undefined, msg('Something to share'))} ${choice('question', msg('A question'))}
  </fieldset>`;
}
