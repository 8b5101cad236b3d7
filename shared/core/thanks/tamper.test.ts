/** Rows that a member writes around Kantine thank nobody in a colleague's name, and hide nothing of theirs. */
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { forger, malformed } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { markFields, markKey, marks } from '../wall/marks.ts';
import { keptThanks } from './collection.ts';

let company: Organisation & { readonly group: string };
let group: string;
let mallory: Forger;
/** A post of Bram's, for which Chloé thanked him. */
let post: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  mallory = forger(company);
  for (const person of ['bram', 'chloe']) await company.as(person).groups.join({ group });
  ({ id: post } = await company.as('bram').wall.post({ group, text: 'Bread', key: company.key() }));
  await company.as('chloe').thanks.thank({ group, kind: 'post', id: post, thanked: true });
  company.clock.advance(minute);
});

const of = (person: string) =>
  company.as(person).thanks.ofMessage({ group, kind: 'post', id: post });
const received = async () =>
  (await company.as('bram').thanks.received()).thanks.map(({ by }) => by.map(({ id }) => id));

type Family = 'thanked' | 'kept';
const forge = (
  family: Family,
  changed: Partial<ReturnType<typeof markFields>> = {},
  key = markKey(family, `post:${post}`),
) => {
  const honest = { family, target: `post:${post}`, post, value: '1', to: 'bram' } as const;
  return mallory.write(marks, groupContainer(group), key, { ...markFields(honest), ...changed });
};

describe('forged thanks', () => {
  it.each([
    ['to somebody else than the author', 'thanked', { to: 'ada' }],
    ['to nobody', 'thanked', { to: '' }],
    ['of another value', 'thanked', { value: '2' }],
    ['for another message', 'thanked', { target: 'post:404' }],
    ['of another family', 'thanked', { family: 'helped' }],
  ] as const)('%s count for nothing', async (_, family, changed) => {
    await forge(family, changed);
    expect(await of('bram')).toMatchObject({ number: 1, people: [{ id: 'chloe' }] });
    expect(await received()).toEqual([['chloe']]);
  });

  it('under many keys are those of one person', async () => {
    for (let turn = 0; turn < 130; turn += 1) await forge('thanked', {}, `thanked:${turn}`);
    await forge('thanked');
    expect((await of('bram')).number).toBe(2);
  });

  it('that are malformed break nothing', async () => {
    for (const [turn, row] of malformed.entries())
      await mallory.write(marks, groupContainer(group), `row ${turn}`, row).catch(() => undefined);
    expect((await of('bram')).number).toBe(1);
  });

  it('for a message of the forger’s own, to themselves, are none', async () => {
    const { id } = await company.as('emre').wall.post({ group, text: 'Me', key: company.key() });
    const target = `post:${id}`;
    const own = { family: 'thanked', target, post: id, value: '1', to: 'emre' } as const;
    await mallory.write(marks, groupContainer(group), markKey('thanked', target), markFields(own));
    const ref = { group, kind: 'post', id } as const;
    expect(await company.as('emre').thanks.ofMessage(ref)).toMatchObject({ number: 0, people: [] });
  });
});

describe('forged keeping', () => {
  it('of thanks to somebody else hides nothing, and shows nothing that they keep', async () => {
    await forge('kept', { to: '' });
    expect((await of('ada')).people).toMatchObject([{ id: 'chloe' }]);
    await company.as('bram').thanks.keep({ group, kind: 'post', id: post, kept: true });
    await forge('kept', { value: '0' }, 'kept:other');
    expect((await of('ada')).people).toEqual([]);
  });

  it('of kudos hides nothing of a colleague’s, however much of it there is', async () => {
    const words = { value: 'helps-out', reason: 'carried my crates', as: 'kudos' } as const;
    await company.as('ada').kudos.give({ ...words, recipients: ['bram'], key: company.key() });
    const { store } = company.host('ada');
    const [{ records }] = await store.read([
      {
        kind: 'rows',
        collection: (await import('../kudos/collection.ts')).kudos,
        container: communityContainer,
        index: 'recent',
        order: 'descending',
        limit: 1,
      },
    ]);
    const id = records[0]?.id ?? '';
    for (let turn = 0; turn < 130; turn += 1)
      await mallory.write(keptThanks, communityContainer, `${id} ${turn}`, { kudos: id });
    await mallory.write(keptThanks, communityContainer, id, { kudos: id });
    expect((await company.as('daan').kudos.read({})).thankYous).toHaveLength(1);
    await company
      .as('bram')
      .thanks.keepKudos({ giver: 'ada', id: records[0]?.fields.batch ?? '', kept: true });
    expect((await company.as('daan').kudos.read({})).thankYous).toHaveLength(0);
  });
});
