/**
 * Two sites that one process of the app serves, with spaces of the same ids and people of the same
 * accounts: nothing of one is seen, counted, kept or announced in the other.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { declaredOperations } from '@kantine/core';
import { ManualClock } from '@kantine/forge-emulator';
import { openKantine } from './kantine.ts';
import { declaredHostOperations } from './resolver/host-operations.ts';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const zara = '712020:zara';
const here = { as: anna, space: 'WORK' } as const;

/** A word that stands in everything of a site, and nowhere in the other. */
const words = ['Northwind', 'Southbank'] as const;
type Word = (typeof words)[number];
const other = (word: Word): Word => (word === words[0] ? words[1] : words[0]);

interface Ids {
  readonly group: string;
  readonly closed: string;
  readonly post: string;
  readonly comment: string;
  readonly kudos: string;
}

let sites: Record<Word, Organisation>;
let ids: Record<Word, Ids>;

/** The value of an answer, which may be an error. */
const told = async (word: Word, operation: string, input: object = {}, as = anna) =>
  sites[word].call({ as, space: 'WORK' }, operation, input);

async function value<Value>(word: Word, operation: string, input: object = {}): Promise<Value> {
  const answer = await told(word, operation, input);
  if ('error' in answer) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value as Value;
}

const idOf = async (word: Word, operation: string, input: object): Promise<string> =>
  (await value<{ id: string }>(word, operation, input)).id;

/** The same on both sites, step by step in turn, so that whatever is kept is kept of both. */
async function inTurn<Result>(
  step: (word: Word) => Promise<Result>,
): Promise<Record<Word, Result>> {
  const north = await step('Northwind');
  return { Northwind: north, Southbank: await step('Southbank') };
}

async function fill(): Promise<Record<Word, Ids>> {
  const groups = await inTurn((word) =>
    idOf(word, 'groups.create', { name: `Lunch ${word}`, purpose: `For ${word}` }),
  );
  const closed = await inTurn((word) =>
    idOf(word, 'groups.create', { name: `Board ${word}`, purpose: word, access: 'closed' }),
  );
  const posts = await inTurn((word) =>
    idOf(word, 'wall.post', { group: groups[word], text: `Soup ${word}`, key: 'the key of soup' }),
  );
  await inTurn((word) =>
    value(word, 'wall.post', {
      group: closed[word],
      text: `Plan ${word}`,
      key: 'the key of plans',
    }),
  );
  const comments = await inTurn((word) =>
    idOf(word, 'wall.comment', {
      group: groups[word],
      post: posts[word],
      text: `Bread ${word}`,
      key: 'the key of bread',
    }),
  );
  await inTurn((word) => {
    const message = { group: groups[word], kind: 'post', id: posts[word] };
    return value(word, 'wall.react', { message, post: posts[word], kind: 'like' });
  });
  await inTurn((word) =>
    value(word, 'card.update', { about: `I am ${word}`, askMeAbout: [word], interests: [] }),
  );
  const kudos = await inTurn(async (word) => {
    const reason = `Thanks for everything in ${word}`;
    const given = { recipients: [ben], value: 'helps-out', reason, as: 'kudos' };
    await value(word, 'kudos.give', { ...given, key: 'the key of thanks' });
    const { thankYous } = await value<{ thankYous: { id: string }[] }>(word, 'kudos.read');
    return thankYous[0]?.id ?? '';
  });
  return inTurn(async (word) => ({
    group: groups[word],
    closed: closed[word],
    post: posts[word],
    comment: comments[word],
    kudos: kudos[word],
  }));
}

beforeEach(async () => {
  const clock = new ManualClock(Date.now());
  // How often a person may call is tested elsewhere.
  const kantine = openKantine({
    isPaced: false,
    now: () => clock.now(),
    wait: (time) => clock.advance(time),
  });
  const open = (word: Word): Promise<Organisation> =>
    openOrganisation({
      kantine,
      clock,
      cloudId: `00000000-0000-4000-8000-${word.toLowerCase()}`,
      colleagues: [{ accountId: zara, displayName: `Zara ${word}` }],
    });
  sites = { Northwind: await open('Northwind'), Southbank: await open('Southbank') };
  ids = await fill();
});
afterEach(async () => {
  // Each put its network around that of the one before.
  await sites.Southbank.close();
  await sites.Northwind.close();
});

/** Every field that an operation may know, with what there is of a site. */
function fields(
  { group, closed, post, comment, kudos }: Ids,
  word: Word,
): Record<string, unknown>[] {
  const common = {
    person: zara,
    by: ben,
    text: 'zara',
    role: 'member',
    until: 1,
    version: '0',
    reason: `Because of you in ${word}`,
    name: `Choir ${word}`,
    purpose: '',
    about: `Anew ${word}`,
    askMeAbout: [],
    interests: [],
    recipients: [zara],
    value: 'helps-out',
    as: 'kudos',
    fact: 'plans',
    keepMonths: 12,
    enabled: true,
    channel: `kantine-check-${'x'.repeat(24)}`,
    containers: [`group:${group}`, closed, 'community'],
    calls: [group, closed].map((each) => ({ operation: 'wall.read', input: { group: each } })),
    heard: [],
  };
  return [
    { ...common, group, post, kind: 'post', id: post, message: { group, kind: 'post', id: post } },
    { ...common, group: closed, post, kind: 'comment', id: comment, key: 'another key, of a post' },
    { ...common, group, post, id: kudos, kind: 'like', key: 'yet another key, of kudos' },
  ];
}

// Each operation is asked for with whatever ids there are, by everybody.
vi.setConfig({ testTimeout: 240_000 });

describe('T25: two sites in one process', () => {
  it('have everything of their own', async () => {
    for (const word of words) {
      const { group } = ids[word];
      expect(JSON.stringify(await told(word, 'wall.read', { group }))).toContain(`Soup ${word}`);
      expect(JSON.stringify(await told(word, 'people.search', { text: 'zara' }))).toContain(
        `Zara ${word}`,
      );
    }
  });

  it('T25: answer no operation with anything of the other, whatever is asked for', async () => {
    const declared = [...(await declaredHostOperations()), ...(await declaredOperations())];
    for (const [operation, { input: schema }] of declared) {
      const { entries } = schema as unknown as { entries: object };
      for (const word of words) {
        // With ids of its own and with those that the other gave out.
        for (const known of [...fields(ids[word], word), ...fields(ids[other(word)], word)]) {
          const input = Object.fromEntries(
            Object.entries(known).filter(([name]) => Object.hasOwn(entries, name)),
          );
          for (const as of [anna, ben, zara, 'admin']) {
            const answer = await told(word, operation, input, as);
            expect(JSON.stringify(answer), `${operation} in ${word}`).not.toContain(other(word));
          }
        }
      }
    }
  });

  it('T25: count what is theirs', async () => {
    const { group } = ids.Northwind;
    for (const number of [1, 2, 3]) {
      const key = `the key of dish ${number}`;
      await value('Northwind', 'wall.post', { group, text: `Dish ${number}`, key });
    }
    const posts = async (word: Word) =>
      (await value<{ posts: unknown[] }>(word, 'wall.read', { group: ids[word].group })).posts
        .length;
    expect([await posts('Northwind'), await posts('Southbank')]).toEqual([4, 1]);
  });

  it('T25: let people in by the rights that they have there', async () => {
    for (const [open, shut] of [words, words.toReversed() as [Word, Word]]) {
      await sites[shut].restrict(anna, 'none');
      expect(await told(open, 'groups.list')).toHaveProperty('value');
      expect(await told(shut, 'groups.list')).toMatchObject({ error: { tag: 'Forbidden' } });
      expect(await told(open, 'groups.list')).toHaveProperty('value');
      await sites[shut].restrict(anna, 'write');
      expect(await told(shut, 'groups.list')).toHaveProperty('value');
    }
  });

  it('T25: announce a change where it was made', async () => {
    const heard: Record<Word, unknown[]> = { Northwind: [], Southbank: [] };
    await inTurn(async (word) => {
      interface Channels {
        channels: { name: string; token: string }[];
      }
      const { channels } = await value<Channels>(word, 'listen');
      const view = sites[word].open(here);
      for (const { name, token } of channels) {
        view.subscribe(name, (change) => void heard[word].push(change), { token, isGlobal: true });
      }
    });
    for (const word of words) {
      const { group } = ids[word];
      await value(word, 'wall.post', { group, text: 'Cake', key: `the key of cake in ${word}` });
      expect(heard[word].length, word).toBeGreaterThan(0);
      expect(heard[other(word)], word).toEqual([]);
      heard[word] = [];
    }
  });

  it('T25: are full for themselves', async () => {
    sites.Northwind.fill(2 ** 30);
    await sites.Northwind.clock.advance(3_600_000);
    const post = (word: Word, key: string) =>
      told(word, 'wall.post', { group: ids[word].group, text: 'Cake', key });
    expect(await post('Northwind', 'a key of cake')).toMatchObject({
      error: { tag: 'StorageFull' },
    });
    expect(await post('Southbank', 'a key of cake')).toHaveProperty('value');
    expect(await post('Northwind', 'one more key of cake')).toHaveProperty('error');
  });
});
