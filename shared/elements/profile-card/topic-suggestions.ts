/** What colleagues write of themselves, offered below a list of topics while one types it. */
import type { Topic, TopicKind } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import type { AskingHost } from '../kit/asking.ts';
import { named } from '../kit/later-named.ts';

export type ListName = 'askMeAbout' | 'interests' | 'languages';

const kinds: Readonly<Record<ListName, TopicKind>> = {
  askMeAbout: 'ask',
  interests: 'interest',
  languages: 'language',
};

/** So many are offered at a time. */
const mostOffered = 5;

const separators = /[,;\n]/;
const plain = (text: string): string => text.trim().toLocaleLowerCase();

export class TopicSuggestions {
  readonly #asking: Asking<readonly Topic[]>;
  readonly #choose: (name: ListName, text: string) => void;

  /** @param choose is told the whole list, with the topic that was chosen. */
  constructor(host: AskingHost, choose: (name: ListName, text: string) => void) {
    this.#choose = choose;
    // Without an answer one types as before.
    this.#asking = new Asking<readonly Topic[]>(host, {
      ask: ({ people }) => people.topics(),
      mayRefresh: () => false,
    });
  }

  /** @param isStored that nothing was typed into the list yet: its last topic is one, and no beginning. */
  render(
    name: ListName,
    label: string,
    list: string,
    isStored: boolean,
  ): TemplateResult | typeof nothing {
    const typed = isStored && list !== '' ? `${list}, ` : list;
    const topics = typed.split(separators);
    const last = plain(topics.at(-1) ?? '');
    const taken = new Set(topics.slice(0, -1).map(plain));
    const offered = (this.#asking.answer ?? [])
      .filter(({ kind, text }) => {
        const topic = plain(text);
        if (kind !== kinds[name] || taken.has(topic) || topic === last) return false;
        return topic.split(' ').some((_, at, words) => words.slice(at).join(' ').startsWith(last));
      })
      .slice(0, mostOffered);
    if (offered.length === 0) return nothing;
    return html`<div
      class="topics"
      role="group"
      aria-label=${named(msg('Colleagues also write'), label)}
    >
      <span class="muted" aria-hidden="true">${msg('Colleagues also write')}</span>
      ${offered.map(
        ({ text }) =>
          html`<button
            type="button"
            class="topic"
            @click=${() => {
              const kept = topics.slice(0, -1).map((each) => each.trim());
              this.#choose(name, [...kept, text, ''].join(', '));
            }}
          >
            <bdi>${text}</bdi>
          </button>`,
      )}
    </div>`;
  }
}

export const topicStyles = css`
  .topics {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8125rem;
    gap: 0.35rem;
    margin-block-start: -0.4rem;
  }

  .topic {
    background: var(--k-surface);
    border: 1px solid var(--k-control-border);
    border-radius: 1rem;
    font-size: 0.8125rem;
    min-block-size: 1.75rem;
    padding: 0 0.6rem;
  }
`;
