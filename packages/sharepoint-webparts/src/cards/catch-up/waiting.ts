/** How much waits for the reader of a card, and what it says of that. */
import type { Host } from '@kantine/core';
import { readForYou } from '@kantine/core/for-you';
import type { Language, Words } from '@kantine/elements/registry';
import type { SharePointHost } from '@kantine/sharepoint-host';

/** Undefined while that is not known, and where it cannot be known. */
export interface Waiting {
  readonly lines: number;
  /** More may wait than these. */
  readonly isMore: boolean;
}

type Site = Host & Pick<SharePointHost, 'setupState'>;

/**
 * What waits, as the widget on a page counts it; undefined on a site without Kantine, and where it does not answer. A
 * card asks for nothing else: a community, whose call finds any operation, would bring them all to the dashboard.
 */
export async function readWaiting(host: Site): Promise<Waiting | undefined> {
  try {
    if ((await host.setupState()).kind !== 'ready') return undefined;
    const { lines, isMore, further, failed } = await readForYou(host, 0);
    return { lines: lines.length, isMore: isMore || further > 0 || failed > 0 };
  } catch {
    // A dashboard shows many cards: one that knows nothing is quiet, and leads to the page.
    return undefined;
  }
}

/** Chooses what is in the reader's language. */
type Say = (words: Words) => string;

/** What the card says, in the reader's language. */
export interface CardWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
}

const number = ({ lines, isMore }: Waiting): string => (isMore ? `${lines}+` : String(lines));

export function cardWords(waiting: Waiting | undefined, language: Language): CardWords {
  const say: Say = (words) => words[language];
  return {
    title: say({ en: 'For you', nl: 'Voor jou', de: 'Für dich', fr: 'Pour vous' }),
    text: textOf(waiting, say),
    button: say({
      en: 'Catch up',
      nl: 'Bijlezen',
      de: 'Auf dem Laufenden',
      fr: 'Se tenir au courant',
    }),
  };
}

function textOf(waiting: Waiting | undefined, say: Say): string {
  if (!waiting) {
    return say({
      en: 'See what your groups write.',
      nl: 'Zie wat je groepen schrijven.',
      de: 'Sieh, was deine Gruppen schreiben.',
      fr: 'Voyez ce que vos groupes écrivent.',
    });
  }
  if (waiting.lines === 0 && !waiting.isMore) {
    return say({
      en: 'Nothing needs you. Nice.',
      nl: 'Niets heeft je nodig. Fijn.',
      de: 'Nichts braucht dich. Schön.',
      fr: 'Rien ne vous attend. Bien.',
    });
  }
  const count = number(waiting);
  return say({
    en: `${count} for you`,
    nl: `${count} voor jou`,
    de: `${count} für dich`,
    fr: `${count} pour vous`,
  });
}
