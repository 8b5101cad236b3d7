/** Asks once before something is sent that more people can read by now than when it was begun. */
import { wideningOf } from '@kantine/core';
import type { Audience, Widening } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { listOf } from '../../locale/list.ts';
import { numberText } from '../../locale/formats.ts';
import { plural } from '../../locale/plural.ts';
import { isolated, withNames } from '../audience-label/isolated.ts';

interface Writing {
  readonly audience: () => Audience | undefined;
  readonly isEmpty: () => boolean;
}

/** Whether an audience says anything. */
export const isTelling = (audience: Audience | undefined): boolean =>
  audience?.known === true || audience?.kind === 'groups' || audience?.kind === 'place';

export class WideningQuestion implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #writing: Writing;
  /** Who could read it when it was begun, or when the writer was asked last. */
  #began: Audience | undefined;
  #asked: Widening | undefined;

  constructor(host: ReactiveControllerHost, writing: Writing) {
    this.#host = host;
    this.#writing = writing;
    host.addController(this);
  }

  hostUpdate(): void {
    const { audience, isEmpty } = this.#writing;
    if (isEmpty()) {
      this.#asked = undefined;
      this.#began = audience();
    } else if (!isTelling(this.#began)) this.#began = audience();
  }

  /** Whether the writer is being asked. */
  get isOpen(): boolean {
    return this.#asked !== undefined;
  }

  /** @param now who can read it as it is sent. @returns whether it may be sent: nobody came, or the writer knows. */
  maySend(now = this.#writing.audience()): boolean {
    // Pressed again in sight of the question, it asks about nobody but who came meanwhile.
    const widening = this.#began && now && wideningOf(this.#began, now);
    if (isTelling(now)) this.#began = now;
    this.#asked = widening;
    this.#host.requestUpdate();
    return widening === undefined;
  }

  readonly #look = (): void => {
    this.#asked = undefined;
    this.#host.requestUpdate();
  };

  /** @param post what the button says that sends. */
  render(post: string): TemplateResult | typeof nothing {
    if (!this.#asked) return nothing;
    return html`<div class="wider" role="group" aria-labelledby="wider">
      <p id="wider">${withNames(questionText(this.#asked))}</p>
      <div class="actions">
        <button type="submit" class="primary">${post}</button>
        <button type="button" class="look" @click=${this.#look}>${msg('Look again')}</button>
      </div>
    </div>`;
  }
}

function peopleText(count: number): string {
  if (count === 2) return msg('Two more people can read this since you began');
  const number = numberText(count);
  return plural(count, {
    one: msg('One more person can read this since you began'),
    other: msg(str`${number} more people can read this since you began`),
  });
}

function cameText({ count, firstNames }: Widening): string {
  if (count === undefined) return msg('More people can read this since you began.');
  const people = peopleText(count);
  if (firstNames.length === 0) return `${people}.`;
  const more = count - mostNames;
  const names = firstNames.slice(0, mostNames).map(isolated);
  const others = plural(more, { one: msg('1 other'), other: msg(str`${numberText(more)} others`) });
  return `${people}: ${listOf(more > 0 ? [...names, others] : names)}.`;
}

const mostNames = 5;

const questionText = (widening: Widening): string =>
  `${cameText(widening)} ${msg('Post to all of them?')}`;
