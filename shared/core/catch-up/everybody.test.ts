/** A mention of everybody in a group tells its members, and nobody can forge one in a large group. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { groupContainer } from '../kernel/container.ts';
import { everybodyToken } from '../mentions/everybody.ts';
import { mentionKey, mentions } from '../mentions/collection.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import { day, directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { mostInSmall } from './everybody.ts';

const many = Array.from({ length: mostInSmall }, (_, at) => ({
  id: `member-${at}`,
  name: `Member ${at}`,
  active: true,
}));

let company: Organisation;
let group: string;
beforeEach(async () => {
  company = organisation([...directoryPeople, ...many]);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  for (const person of ['bram', 'chloe', 'emre']) await company.as(person).groups.join({ group });
});

/** More than so many are in it that everybody may mention all others. */
async function grow(): Promise<void> {
  for (const { id } of many) await company.as(id).groups.join({ group });
}
async function post(by: string, text = `Soup, ${everybodyToken}`, within = group) {
  company.clock.advance(minute);
  return company.as(by).wall.post({ group: within, text, key: company.key() });
}
const forYou = (person: string) => company.as(person).catchUp.forYou();
const lines = async (person: string) =>
  (await forYou(person)).lines.map(({ by, why }) => `${by.id} ${why}`);
const told = (person: string, within = group) =>
  company.as(person).catchUp.everybody({ group: within });

describe('a mention of everybody in a small group', () => {
  it('waits for its members, and for nobody who has not joined, nor for its author', async () => {
    const { mentions: named } = await post('bram');
    expect(named).toBeUndefined();
    expect(await lines('ada')).toEqual(['bram everybody']);
    expect(await lines('bram')).toEqual([]);
    expect(await lines('daan')).toEqual([]);
    expect(await told('ada')).toBe(3);
    company.clock.advance(minute);
    await company.as('daan').groups.join({ group });
    expect(await lines('daan')).toEqual([]);
  });

  it('is one row, whoever is told', async () => {
    const { id } = await post('bram', `${everybodyToken} ${everybodyToken}`);
    const [answer] = await company.host('daan').store.read([
      {
        kind: 'rows',
        collection: mentions,
        container: groupContainer(group),
        index: 'byTarget',
        eq: `post:${id}`,
        order: 'ascending',
        limit: 100,
      },
    ]);
    expect((answer as { records: unknown[] }).records).toMatchObject([{ fields: { to: '' } }]);
  });

  it('is one line where it names or answers the reader, too', async () => {
    const { id } = await post('ada', 'Soup?');
    const text = `Yes, ${everybodyToken}`;
    await company.as('bram').wall.comment({ group, post: id, text, key: company.key() });
    await post('chloe', `@[ada] and ${everybodyToken}`);
    expect(await lines('ada')).toEqual(['chloe mentioned', 'bram commented']);
    expect(await lines('emre')).toEqual(['chloe everybody', 'bram everybody']);
  });

  it('waits no more once it was edited out or deleted, or once the group was muted or the author blocked', async () => {
    const edited = await post('bram');
    const message = { group, kind: 'post' } as const;
    await company
      .as('bram')
      .wall.edit({ ...message, id: edited.id, version: edited.version, text: 'Soup' });
    const gone = await post('bram');
    await company
      .as('bram')
      .wall.remove({ ...message, id: gone.id, version: gone.version, reason: '' });
    expect(await forYou('ada')).toMatchObject({ lines: [], dropped: 0 });
    const line = { message: { ...message, id: edited.id }, why: 'everybody' } as const;
    expect(await company.as('ada').catchUp.takenBack({ lines: [line] })).toHaveLength(1);
    await post('chloe');
    expect(await lines('ada')).toEqual(['chloe everybody']);
    await company.as('ada').preferences.block({ person: 'chloe' });
    expect(await lines('ada')).toEqual([]);
    await company.as('emre').preferences.mute({ group });
    expect(await lines('emre')).toEqual([]);
  });

  it('counts thrice a day from one author', async () => {
    for (let turn = 0; turn < 5; turn += 1) await post('bram', `${turn} ${everybodyToken}`);
    await post('chloe');
    expect(await lines('ada')).toHaveLength(4);
    expect((await forYou('ada')).dropped).toBe(2);
    company.clock.advance(day);
    await post('bram');
    expect(await lines('ada')).toHaveLength(5);
  });

  it('that is closed waits for its members alone', async () => {
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: board } = await company.as('ada').groups.create(closed);
    await company.as('ada').groups.admit({ group: board, person: 'bram', role: 'member' });
    await post('bram', everybodyToken, board);
    expect(await lines('ada')).toEqual(['bram everybody']);
    expect(await lines('chloe')).toEqual([]);
    expect([await told('bram', board), await told('chloe', board)]).toEqual([1, undefined]);
  });

  it('tells nobody where nobody else is in it', async () => {
    const { id: own } = await company.as('daan').groups.create({ name: 'Choir', purpose: '' });
    expect(await told('daan', own)).toBeUndefined();
  });
});

describe('a mention of everybody in a large group', () => {
  beforeEach(grow);

  it('counts from its stewards alone, as they were then', async () => {
    await post('bram');
    await post('ada');
    expect(await lines('chloe')).toEqual(['ada everybody']);
    expect((await forYou('chloe')).dropped).toBe(1);
    expect([await told('ada'), await told('bram')]).toEqual([mostInSmall + 3, undefined]);
    await company.as('ada').stewards.appoint({ group, person: 'bram', key: company.key() });
    company.clock.advance(minute);
    await post('bram');
    expect(await lines('chloe')).toEqual(['bram everybody', 'ada everybody']);
    company.clock.advance(minute);
    await company.as('ada').stewards.dismiss({ group, person: 'bram', key: company.key() });
    await post('bram');
    expect(await lines('chloe')).toEqual(['bram everybody', 'ada everybody']);
  });

  it('cannot be forged by a member: with a message of theirs, of a steward, or with none', async () => {
    const mallory = forger(company);
    const honest = await post('ada', 'Soup at noon');
    const own = await post('emre', `All of you, ${everybodyToken}`);
    const forge = (target: string, key = mentionKey(target, '')) =>
      mallory.write(mentions, groupContainer(group), key, { to: '', target });
    await forge(`post:${honest.id}`);
    await forge(`post:${own.id}`);
    await forge('post:404');
    await forge('nonsense');
    await forge(`post:${own.id}`, 'another key');
    // What lies about one's own membership makes the group no smaller, nor anybody a steward.
    await company.as('emre').groups.leave({ group });
    expect(await lines('chloe')).toEqual([]);
    expect((await forYou('chloe')).dropped).toBeGreaterThan(0);
  });

  it('costs three round trips where nobody mentions everybody', async () => {
    await post('ada', 'Hello @[chloe]');
    const { host, reads } = countingHost(company.host('chloe'));
    await createCommunity(host).catchUp.forYou();
    expect(reads).toHaveLength(3);
  });
});

describe('rows of any shape', () => {
  it('bring before nobody what no message of their author’s says', async () => {
    await grow();
    const { id: silent } = await post('ada', 'Soup at noon');
    const { id: loud } = await post('emre', `All, ${everybodyToken}`);
    const mallory = forger(company);
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          to: fc.constantFrom('', '*', everybodyToken, 'chloe', 'emre', null, 7),
          target: fc.constantFrom(`post:${silent}`, `post:${loud}`, `comment:${loud}`, 'post:', ''),
          key: fc.constantFrom('', 'x', `post:${loud}|`, `post:${silent}|`, `post:${loud}|chloe`),
        }),
        async ({ key, ...fields }) => {
          await mallory.write(
            mentions,
            groupContainer(group),
            `${key}${(turn += 1) % 3 === 0 ? '' : turn}`,
            fields,
          );
          expect(await lines('chloe')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
