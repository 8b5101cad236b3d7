/** All reactions to choose from, and who reacted: what opens behind a message's own ones. */
import { reactionKinds } from '@kantine/core';
import type { ReactionKind, Reactor } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { listOf } from '../../locale/list.ts';
import { moveInRow, type Row } from '../keys/rows.ts';
import { reactionEmoji, reactionName } from './kinds.ts';

interface Choices {
  /** The reader's own reaction. */
  readonly mine: ReactionKind | undefined;
  readonly disabled: boolean;
  /** Who reacted, as it is shown; undefined while it is loaded. */
  readonly names: string | undefined;
  readonly choose: (kind: ReactionKind) => void;
  readonly toggled: (event: Event) => void;
}

/** @returns a sentence that names everybody who reacted. */
export function namesOf(reactors: readonly Reactor[]): string {
  const people = reactors.map(
    ({ person, kind }) => `${person.name || msg('Former colleague')} ${reactionEmoji[kind]}`,
  );
  return people.length > 0 ? listOf(people) : msg('Nobody has reacted yet.');
}

const rowOf = ({ currentTarget }: Event): Row => [
  ...(currentTarget as HTMLElement).querySelectorAll('button'),
];

export const notNamed = (): string =>
  msg('Who reacted could not be loaded. Close this and try again.');

export const choices = ({ mine, disabled, names, choose, toggled }: Choices): TemplateResult =>
  html`<div
    class="reactions"
    popover
    role="group"
    aria-label=${msg('Reactions')}
    @toggle=${toggled}
  >
    <div class="choices" @keydown=${(event: KeyboardEvent) => moveInRow(event, rowOf(event))}>
      ${reactionKinds.map(
        (kind) =>
          html`<button
            type="button"
            class="choice"
            aria-label=${reactionName(kind)}
            title=${reactionName(kind)}
            aria-pressed=${mine === kind}
            ?disabled=${disabled}
            @click=${() => choose(kind)}
          >
            ${reactionEmoji[kind]}
          </button>`,
      )}
    </div>
    <p class="muted" aria-live="polite">${names ?? msg('Loading…')}</p>
  </div>`;

export const choiceStyles = css`
  .choice[aria-pressed='true'] {
    background: var(--k-accent-soft);
    border-color: var(--k-accent);
    font-weight: 600;
  }

  .reactions {
    max-inline-size: min(18rem, calc(100vw - 1rem));
    padding: 0.4rem;
    position-area: block-start span-inline-end;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
  }

  .choice {
    font-family: var(--k-emoji);
  }

  .choice {
    font-size: 1.25rem;
    min-block-size: 2.5rem;
    inline-size: 2.5rem;
    padding: 0;
  }

  .reactions p {
    padding: 0.3rem 0.4rem;
  }
`;
