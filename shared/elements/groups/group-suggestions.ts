import type { Suggestion } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isolated } from '../parts/audience-label/isolated.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { listFormat, numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';

/** Who of the reader's people is in a group, as one text; three people at least. */
function whoText({ department, colleagues, others, more }: Suggestion): string {
  const [number, place, rest] = [numberText(colleagues), isolated(department), numberText(more)];
  const near = plural(colleagues, {
    one: msg(str`a colleague of ${place}`),
    other: msg(str`${number} colleagues of ${place}`),
  });
  const further = plural(more, {
    one: msg('one more colleague'),
    other: msg(str`${rest} more colleagues`),
  });
  return listFormat().format([
    ...(colleagues === 0 ? [] : [near]),
    ...others.map(({ name }) => isolated(name)),
    ...(more === 0 ? [] : [further]),
  ]);
}

/**
 * Open groups that several of the reader's people are in. Asked for once the list of groups is there.
 * @fires kantine-open with a group's id when its wall is asked for.
 */
export class GroupSuggestions extends CommunityElement {
  /** Ids of groups that the reader is in by now. */
  @property({ attribute: false }) joined: readonly string[] = [];
  readonly #asking = new Asking<readonly Suggestion[]>(this, {
    ask: ({ groups }) => groups.suggest(),
    keepsAnswer: true,
  });

  protected override render(): TemplateResult | typeof nothing {
    // Where they cannot be told, nobody misses them.
    const suggestions = (this.#asking.answer ?? []).filter(
      ({ group }) => !this.joined.includes(group.id),
    );
    if (suggestions.length === 0) return nothing;
    return html`<section aria-labelledby="suggested">
      <h3 id="suggested">${msg('Where your colleagues are')}</h3>
      <ul class="plain">
        ${suggestions.map((suggestion) => html`<li>${this.#suggestion(suggestion)}</li>`)}
      </ul>
    </section>`;
  }

  #suggestion(suggestion: Suggestion): TemplateResult {
    const { id, name } = suggestion.group;
    return html`<button type="button" class="quiet" @click=${() => this.emit('kantine-open', id)}>
        <bdi>${name}</bdi>
      </button>
      <p class="muted">${msg(str`In it: ${whoText(suggestion)}`)}</p>`;
  }

  static override styles = [
    controls,
    css`
      section,
      ul {
        display: grid;
        gap: 0.5rem;
      }

      h3 {
        color: var(--k-muted);
        font-size: 0.875rem;
        font-weight: 600;
        margin-block-start: 0.25rem;
      }

      li {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        overflow-wrap: anywhere;
      }

      button {
        color: var(--k-accent);
        font-weight: 600;
        padding-inline: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-suggestions': GroupSuggestions;
  }
}
