/** Says calmly above an element why it may show less than there is; the element goes on showing what it has. */
import type { Confluence, Standing } from '@kantine/confluence-host/page';
import { tryAgainText } from '@kantine/elements';
import { filled } from '../words/words.ts';
import type { Words } from '../words/words.ts';

export interface StandingOptions {
  readonly confluence: Pick<Confluence, 'onStanding' | 'catchUp'>;
  readonly words: Words;
  readonly locale: string;
}

/** @returns a place for the notice, empty while the page is up to date. */
export function standingNotice({ confluence, words, locale }: StandingOptions): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'standing';
  // It is read out when it comes, after what is being read.
  notice.setAttribute('role', 'status');

  function sentence(text: string): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  }

  function button(): HTMLElement {
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = tryAgainText();
    again.addEventListener('click', () => confluence.catchUp());
    return again;
  }

  function content(standing: Standing): readonly HTMLElement[] {
    if (standing.kind === 'current') return [];
    if (standing.kind === 'behind') return [sentence(words.behind), button()];
    const time = new Date(standing.until).toLocaleTimeString(locale, {
      hour: 'numeric',
      minute: '2-digit',
    });
    const text = standing.kind === 'paused' ? words.paused : words.waiting;
    return [sentence(filled(text, { time }))];
  }

  confluence.onStanding((standing) => notice.replaceChildren(...content(standing)));
  return notice;
}
