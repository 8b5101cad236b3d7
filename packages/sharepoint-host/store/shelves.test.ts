/** Lists that small collections share: what a colleague may write there by hand, and what it is good for. */
import { describe, expect, it } from 'vitest';
import {
  byIds,
  byKeys,
  collection,
  communityContainer,
  count,
  groupContainer,
  newest,
  personContainer,
  rows,
} from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { columns, listName, listPath, listSetOf, ownerDigest } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { testFacts } from '../testing/facts.ts';
import { allCollections, site } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { get, post } from '../wire/index.ts';
import { fieldColumns } from './field-columns.ts';

const { memos, notes, entries } = contractCollections;
type Small = typeof notes;
const room = groupContainer('room');
const note = (text: string) => ({ topic: 'soup', text, to: '' });

let organisation: Organisation;
let anna: SharePointHost;
let ben: SharePointHost;

eachInAnOrganisation(async (opened) => {
  organisation = opened;
  anna = organisation.hostOf('anna');
  ben = organisation.hostOf('ben');
  await anna.containers.create(room);
});

const pathIn = (container: ContainerId): string => {
  const listSet = listSetOf(container, organisation.ids.ben);
  if (typeof listSet !== 'string') throw new RangeError(`${container} shares no list.`);
  return listPath(`${organisation.sharePoint.url}${site}`, listName(notes, listSet));
};

/** Everything that a page can ask of a small collection. */
async function seen(of: Small, container: ContainerId, page = anna): Promise<unknown> {
  const { ids } = organisation;
  const recent = { container, index: 'recent', order: 'ascending', limit: 100 } as const;
  const topic = { container, index: 'byTopic', eq: 'soup' } as const;
  const all = ['1', '2', '3', '4', '5', '6'];
  const [whole, some, counts, byId, byKey, fresh] = await page.store.read([
    rows(of, recent),
    rows(of, { ...topic, order: 'descending', limit: 100 }),
    count(of, { ...topic, by: 'topic', distinctAuthors: false }),
    byIds(of, container, all),
    byKeys(of, container, ids.anna, ['a', 'b', 'forged']),
    newest(of, { containers: [container], since: 0, limit: 100 }),
  ]);
  const words = (found: { records: readonly { fields: { text: string } }[] }): string[] =>
    found.records.map(({ fields }) => fields.text);
  return [words(whole), words(some), [...counts], words(byId), words(byKey), words(fresh)];
}

interface Forged {
  readonly collection: Collection;
  readonly container: ContainerId;
  readonly as: string;
  /** The collection that the row names for who looks at the list. */
  readonly kind?: string;
}

/** Writes a row by hand, as the adapter would for somebody. */
async function forge({ collection: of, container, as, kind = of.name }: Forged): Promise<void> {
  const row = {
    ...(await fieldColumns(of, container, note('forged'))),
    [columns.kind]: kind,
    [columns.owner]: await ownerDigest({ collection: of, container }, as, 'forged'),
    [columns.key]: JSON.stringify('forged'),
  };
  await organisation.wireOf('ben').send(post(`${pathIn(container)}/items`, row));
}

describe.each([communityContainer, room])(
  'a list that small collections share (%s)',
  (container) => {
    it('keeps their rows apart, whatever is asked', async () => {
      await anna.store.insert(notes, container, 'a', note('note'));
      await anna.store.insert(memos, container, 'a', note('memo'));
      const one = [['note'], ['note'], [['soup', 1]], ['note'], ['note'], ['note']];
      expect(await seen(notes, container)).toEqual(one);
      expect(await seen(memos, container)).toEqual(
        JSON.parse(JSON.stringify(one).replaceAll('note', 'memo')),
      );
    });

    it('takes a row for what its digests say, and not for what it is called', async () => {
      await forge({ collection: notes, container, as: organisation.ids.ben, kind: memos.name });
      expect(await seen(memos, container, ben)).toEqual([[], [], [], [], [], []]);
      const own = [['forged'], ['forged'], [['soup', 1]], ['forged'], [], ['forged']];
      expect(await seen(notes, container, ben)).toEqual(own);
    });

    it('shows nothing of a row under the digest of a colleague, or of another container', async () => {
      const none = await seen(notes, container);
      await forge({ collection: notes, container, as: organisation.ids.anna });
      const elsewhere = groupContainer('elsewhere');
      const row = {
        ...(await fieldColumns(notes, container, note('forged'))),
        [columns.owner]: await ownerDigest(
          { collection: notes, container: elsewhere },
          organisation.ids.ben,
          'forged',
        ),
        [columns.key]: JSON.stringify('forged'),
      };
      await organisation.wireOf('ben').send(post(`${pathIn(container)}/items`, row));
      expect(await seen(notes, container)).toEqual(none);
    });
  },
);

describe('a row of such a list', () => {
  it('bears the name of its collection, for owners who look, and no other text of ours in the clear', async () => {
    await anna.store.insert(notes, room, 'a', note('note'));
    const [row] = await organisation
      .wireOf('owner')
      .send<readonly Record<string, unknown>[]>(get(`${pathIn(room)}/items`));
    expect(row).toMatchObject({ KtKind: 'contractNotes', KtKey: '"a"', KtIx4: null, KtIx5: null });
    for (const index of ['KtIx1', 'KtIx2', 'KtIx3', 'KtOwner']) {
      expect(row?.[index]).toMatch(/^[a-z2-7]{40}$/);
    }
  });

  it('in one’s own container is seen by nobody else, by hand neither', async () => {
    const own = personContainer(organisation.ids.anna);
    await anna.store.insert(notes, own, 'a', note('mine'));
    const items = await organisation
      .wireOf('ben')
      .send(get(`${pathIn(personContainer(organisation.ids.ben))}/items`));
    expect(items).toEqual([]);
  });

  it('moves and goes as in a list of its own', async () => {
    const { record } = await anna.store.insert(notes, room, 'a', note('first'));
    await anna.store.insert(memos, room, 'a', note('memo'));
    const changed = await anna.store.update(notes, record, { text: 'second', topic: 'tea' });
    const asked = { container: room, index: 'byTopic', order: 'ascending', limit: 9 } as const;
    const find = async (eq: string) => {
      const [{ records }] = await ben.store.read([rows(notes, { ...asked, eq })]);
      return records.map(({ fields }) => fields.text);
    };
    expect(await find('soup')).toEqual([]);
    expect(await find('tea')).toEqual(['second']);
    await anna.store.remove(notes, changed);
    expect(await find('tea')).toEqual([]);
    expect(await seen(memos, room)).toMatchObject({ 0: ['memo'], 5: ['memo'] });
  });
});

describe('a small collection', () => {
  it('whose index names no spare column is refused before anything is made', async () => {
    const wishes = collection({
      ...testFacts,
      name: 'wishes',
      size: 'few',
      fields: { words: { type: 'text', max: 20 } },
      indexes: { recent: { order: 'created' } },
    });
    const owner = organisation.hostOf('owner', { collections: [...allCollections, wishes] });
    await expect(owner.provision()).rejects.toThrow(
      'wishes.recent: an index of a small collection names its spare column',
    );
  });

  it('changes nothing of where a collection with many records lies', async () => {
    await anna.store.insert(entries, room, 'a', {
      shelf: 'top',
      label: 'a',
      body: '',
      rank: 1,
      amount: 0,
      done: false,
      tags: [],
    });
    expect(await organisation.wireOf('owner').send(get(`${pathIn(room)}/items`))).toEqual([]);
  });
});
