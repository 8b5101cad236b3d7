/** Checks a site from a page: what the resolver tries, and what only a page can try. */
import { isKantineError } from '@kantine/core';
import { checkFacts } from '../check/facts.ts';
import type { CheckAnswer, CheckFact } from '../check/facts.ts';
import type { Tried } from '../check/requests.ts';
import type { RealtimeChannel } from '../changes/channels.ts';
import type { User } from '../directory/person.ts';
import type { Bridge } from './bridge.ts';

export interface CheckOptions {
  readonly ask: <Value>(operation: string, input?: object) => Promise<Value>;
  readonly bridge: Pick<Bridge, 'ask' | 'publishTo' | 'subscribeTo'>;
  /** The address of the site, where pictures of people are. */
  readonly siteUrl: string | undefined;
  /** Whether the page's frame loads a picture. */
  readonly loads: (address: string) => Promise<boolean>;
}

export interface SiteCheck {
  readonly facts: readonly CheckFact[];
  /** Tries one fact after another. @throws Forbidden to anybody but an administrator of the site */
  run(tell: (answer: CheckAnswer) => void): Promise<void>;
}

/** Realtime is fast, or it does not work. In milliseconds. */
const patience = 5000;

const inPage: readonly CheckFact[] = ['realtime', 'tokens', 'pictures'];

export function openSiteCheck({ ask, bridge, siteUrl, loads }: CheckOptions): SiteCheck {
  async function tryRealtime(): Promise<Tried> {
    const channel = await ask<RealtimeChannel | null>('openCheckChannel');
    if (!channel) return { answer: 'refused', detail: 'no token' };
    let hear: () => void = () => undefined;
    const heard = new Promise<boolean>((resolve) => {
      hear = () => resolve(true);
      setTimeout(() => resolve(false), patience);
    });
    const end = await bridge.subscribeTo(channel, hear).catch(() => undefined);
    if (!end) return { answer: 'refused', detail: 'no subscription' };
    try {
      const isTold = await ask<boolean>('tellCheck', { channel: channel.name });
      if (!isTold) return { answer: 'refused', detail: 'nothing published' };
      return { answer: (await heard) ? 'works' : 'silent' };
    } finally {
      end();
    }
  }

  async function tryTokens(): Promise<Tried> {
    const channel = await ask<RealtimeChannel | null>('openCheckChannel');
    if (!channel) throw new Error('There is no token to try.');
    const isTold = await bridge.publishTo(channel, { check: 'forged' });
    return { answer: isTold ? 'works' : 'refused' };
  }

  async function tryPictures(): Promise<Tried> {
    const me = (await bridge.ask('/wiki/rest/api/user/current')) as User | undefined;
    const path = me?.profilePicture?.path;
    if (path === undefined || siteUrl === undefined) throw new Error('There is no picture.');
    return { answer: (await loads(new URL(path, siteUrl).href)) ? 'works' : 'refused' };
  }

  const attempts: Partial<Record<CheckFact, () => Promise<Tried>>> = {
    realtime: tryRealtime,
    tokens: tryTokens,
    pictures: tryPictures,
  };

  async function answerTo(id: CheckFact): Promise<CheckAnswer> {
    try {
      const attempt = attempts[id];
      return { id, ...(await (attempt ? attempt() : ask<Tried>('checkSite', { fact: id }))) };
    } catch (error) {
      if (isKantineError(error, 'Forbidden')) throw error;
      const detail = error instanceof Error ? error.name : 'unknown';
      return { id, answer: 'failed', detail };
    }
  }

  const facts = Object.keys(checkFacts) as readonly CheckFact[];
  return {
    facts,
    async run(tell) {
      // A person who may not check is told so before anything is tried.
      const first = facts.filter((id) => !inPage.includes(id));
      for (const id of [...first, ...inPage]) tell(await answerTo(id));
    },
  };
}
