import { describe, expect, it } from 'vitest';
import {
  byKeys,
  communityContainer,
  count,
  groupContainer,
  personContainer,
  rows,
} from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { columns, indexColumn, listName, ownerDigest, slotDigest } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { get, merge, post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import { fieldColumns } from './field-columns.ts';

const { ballots, entries } = contractCollections;
const room = groupContainer('room');
const fields = (label: string, shelf = 'shelf') => ({
  shelf,
  label,
  body: '',
  rank: 1,
  amount: 0,
  done: false,
  tags: [],
});

describe('rows that a member writes by hand', () => {
  let organisation: Organisation;
  let anna: SharePointHost;
  /** Ben, who knows the REST API. */
  let ben: Wire;
  let list: string;

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    anna = organisation.hostOf('anna');
    ben = organisation.wireOf('ben');
    list = organisation.pathOf(listName(entries, 'group'));
    await anna.containers.create(room);
  });

  /** A row as the adapter would write it for somebody, with whatever else the forger likes. */
  async function forge(
    author: string,
    key: string,
    content: ReturnType<typeof fields>,
    extra: object = {},
  ): Promise<void> {
    const row = {
      ...(await fieldColumns(entries, room, content)),
      [columns.slot]: await slotDigest(room, author, key, 0),
      [columns.owner]: await ownerDigest({ collection: entries, container: room }, author, key),
      [columns.key]: JSON.stringify(key),
      ...extra,
    };
    await ben.send(post(`${list}/items`, row));
  }

  const all = { container: room, index: 'recent', order: 'ascending', limit: 100 } as const;
  const labels = async (asked: object = {}): Promise<string[]> => {
    const [{ records }] = await anna.store.read([rows(entries, { ...all, ...asked })]);
    return records.map((record) => record.fields.label);
  };

  it('do not pass for a colleague’s', async () => {
    await forge(organisation.ids.anna, 'a', fields('forged'));
    await forge(organisation.ids.anna, 'b', fields('stamped'), {
      AuthorId: Number(organisation.ids.anna),
    }).catch(() => undefined);
    expect(await labels()).toEqual([]);
    const asked = byKeys(entries, room, organisation.ids.anna, ['a', 'b']);
    expect((await anna.store.read([asked]))[0].records).toEqual([]);
  });

  it('take no key away: its owner writes, finds and repeats it all the same', async () => {
    const { ids } = organisation;
    await forge(ids.anna, 'draft', fields('squatter'));
    await forge(ids.anna, 'draft', fields('squatter'), {
      [columns.slot]: await slotDigest(room, ids.anna, 'draft', 1),
    });
    const first = await anna.store.insert(entries, room, 'draft', fields('hers'));
    expect(first.inserted).toBe(true);
    const second = await anna.store.insert(entries, room, 'draft', fields('again'));
    expect(second).toEqual({ record: first.record, inserted: false });
    const [{ records }] = await anna.store.read([byKeys(entries, room, ids.anna, ['draft'])]);
    expect(records).toEqual([first.record]);
    expect(await labels()).toEqual(['hers']);
  });

  it('take no key away where nobody sees the rows of others', async () => {
    const { ids } = organisation;
    const own = personContainer(ids.anna);
    const people = organisation.pathOf(listName(entries, 'person'));
    for (const slot of [0, 1]) {
      const row = { [columns.slot]: await slotDigest(own, ids.anna, 'mark', slot) };
      await ben.send(post(`${people}/items`, row));
    }
    const first = await anna.store.insert(entries, own, 'mark', fields('hers'));
    const again = await anna.store.insert(entries, own, 'mark', fields('again'));
    expect(again).toEqual({ record: first.record, inserted: false });
    const [{ records }] = await anna.store.read([byKeys(entries, own, ids.anna, ['mark'])]);
    expect(records).toEqual([first.record]);
    const changed = await anna.store.update(entries, first.record, fields('changed'));
    expect(changed.fields.label).toBe('changed');
  });

  it('are counted once for one key, however many slots they fill', async () => {
    const { ids } = organisation;
    for (const slot of [0, 1, 2]) {
      await forge(ids.ben, 'vote', fields('red'), {
        [columns.slot]: await slotDigest(room, ids.ben, 'vote', slot),
      });
    }
    const [counts, page] = await anna.store.read([
      count(entries, {
        container: room,
        index: 'byShelf',
        eq: 'shelf',
        by: 'label',
        distinctAuthors: false,
      }),
      rows(entries, all),
    ]);
    expect(counts).toEqual(new Map([['red', 1]]));
    expect(page.records).toHaveLength(1);
  });

  it('give their author one record for a key, whichever values they spread over', async () => {
    const { ids } = organisation;
    const votes = organisation.pathOf(listName(ballots, 'group'));
    const choices = ['first', 'second', 'third'];
    for (const choice of choices) {
      const content = { topic: 'place', choice, voter: ids.ben };
      const row = {
        ...(await fieldColumns(ballots, room, content)),
        [columns.slot]: await slotDigest(room, ids.ben, 'place', 0),
        [columns.owner]: await ownerDigest(
          { collection: ballots, container: room },
          ids.ben,
          'place',
        ),
        [columns.key]: JSON.stringify('place'),
      };
      await ben.send(post(`${votes}/items`, row));
    }
    const chosen = async (asked: object): Promise<string[]> => {
      const query = rows(ballots, { ...all, ...asked });
      const [{ records }] = await anna.store.read([query]);
      return records.map((record) => record.fields.choice);
    };
    const found = [];
    for (const eq of choices) found.push(...(await chosen({ index: 'byChoice', eq })));
    expect(found).toEqual(['first']);
    expect(await chosen({ index: 'byChoice', in: choices })).toEqual(['first']);
    expect(await chosen({ index: 'id', in: ['1', '2', '3'] })).toEqual(['first']);
    for (const order of ['ascending', 'descending'])
      expect(await chosen({ index: 'byTopic', eq: 'place', order })).toEqual(['first']);
  });

  it('T20: bring no fields that nobody declared', async () => {
    const inherited = '"__proto__":{"label":"x"},"constructor":"x","toString":1';
    const more = JSON.stringify({ ...fields('honest'), ballast: 'x'.repeat(1_000) });
    const content = { [columns.fields]: `{${inherited},${more.slice(1)}` };
    await forge(organisation.ids.ben, 'a', fields('honest'), content);
    const [{ records }] = await anna.store.read([rows(entries, all)]);
    expect(records.map((record) => record.fields)).toEqual([fields('honest')]);
    expect(Object.keys(records[0]?.fields ?? {}).sort()).toEqual(
      Object.keys(fields('honest')).sort(),
    );
  });

  it('stand only where their fields say', async () => {
    const elsewhere = await fieldColumns(entries, room, fields('', 'other'));
    const first = { ...elsewhere, [columns.fields]: JSON.stringify(fields('misplaced')) };
    await forge(organisation.ids.ben, 'a', fields('misplaced'), first);
    await forge(organisation.ids.ben, 'b', fields('ahead'), {
      [indexColumn(entries, 'byRank')]: (
        await fieldColumns(entries, room, { ...fields(''), rank: 0 })
      )[indexColumn(entries, 'byRank')],
    });
    expect(await labels({ index: 'byShelf', eq: 'other' })).toEqual([]);
    expect(await labels({ index: 'byRank' })).toEqual(['misplaced']);
  });

  it('do not leave their container', async () => {
    const { ids } = organisation;
    await forge(ids.ben, 'a', fields('smuggled'), {
      ...(await fieldColumns(entries, groupContainer('other'), fields('smuggled'))),
    });
    await organisation.hostOf('ben').containers.create(groupContainer('other'));
    expect(await labels({ container: groupContainer('other') })).toEqual([]);
  });

  it('of no shape at all are passed over, and hide nothing', async () => {
    await anna.store.insert(entries, room, 'a', fields('hers'));
    const content = await fieldColumns(entries, room, fields('broken'));
    const { ben: author } = organisation.ids;
    for (const [position, broken] of ['', '{', 'null', '[]', '7'].entries()) {
      await forge(author, `${position}`, fields(''), { ...content, [columns.fields]: broken });
      await forge(author, `k${position}`, fields(''), { ...content, [columns.key]: broken });
    }
    expect(await labels({ limit: 1 })).toEqual(['hers']);
    expect(await labels({ order: 'descending', limit: 1 })).toEqual(['hers']);
  });

  it('cannot change or remove what a colleague wrote', async () => {
    const { record } = await anna.store.insert(entries, room, 'a', fields('hers'));
    const item = `${list}/items(${record.id})`;
    const change = merge(item, { [columns.fields]: JSON.stringify(fields('his')) });
    await expect(ben.send(change)).rejects.toMatchObject({ status: 403 });
    const removal = { method: 'DELETE', path: item, version: '*' } as const;
    await expect(ben.send(removal)).rejects.toMatchObject({ status: 403 });
    expect(await labels()).toEqual(['hers']);
  });

  it('cannot change the lists, which members of a site otherwise may', async () => {
    const settings = merge(list, { WriteSecurity: 1 });
    await expect(ben.send(settings)).rejects.toMatchObject({ status: 403 });
    const removal = { method: 'DELETE', path: list, version: '*' } as const;
    await expect(ben.send(removal)).rejects.toMatchObject({ status: 403 });
  });

  it('and questions by hand do not reach what a colleague keeps for themselves', async () => {
    const own = personContainer(organisation.ids.anna);
    await anna.store.insert(entries, own, 'a', fields('private'));
    const path = organisation.pathOf(listName(entries, 'person'));
    expect(await ben.send(get(`${path}/items`))).toEqual([]);
    await expect(ben.send(get(`${path}/items(1)`))).rejects.toMatchObject({ status: 404 });
  });

  it('that were honest are found again in every place', async () => {
    await anna.store.insert(entries, communityContainer, 'a', fields('everybody'));
    const asked = { ...all, container: communityContainer };
    expect(await labels(asked)).toEqual(['everybody']);
  });
});
