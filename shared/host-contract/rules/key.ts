import { byKeys, count, rows } from '@kantine/core';
import type { ContainerId, FieldsOf, Host, Inserted, StoredRecord } from '@kantine/core';
import { expect } from 'vitest';
import { ballots } from '../collections.ts';
import { insert, insertEntry, labels, readEntries } from '../rule.ts';
import type { Rule, World } from '../rule.ts';

type BallotFields = FieldsOf<typeof ballots.fields>;
type Ballot = StoredRecord<BallotFields>;

/** Somebody's choice; the key is the topic. */
const vote = (
  host: Host,
  { room, voter }: { readonly room: ContainerId; readonly voter: string },
  choice: string,
): Promise<Inserted<BallotFields>> =>
  host.store.insert(ballots, room, 'lunch', { topic: 'lunch', choice, voter });

const choices = ['bread', 'soup', 'salad'] as const;

/** Everything that there is to see of the votes about lunch. */
async function everywhere(host: Host, room: ContainerId, voter: string) {
  const of = { container: room, order: 'descending', limit: 10 } as const;
  const topic = { index: 'byTopic', eq: 'lunch' } as const;
  const numbers = { container: room, by: 'choice', distinctAuthors: true } as const;
  const [onTopic, chosen, own, byKey, counts] = await host.store.read([
    rows(ballots, { ...of, ...topic }),
    rows(ballots, { ...of, index: 'byChoice', in: choices }),
    rows(ballots, { ...of, index: 'byVoter', eq: voter }),
    byKeys(ballots, room, voter, ['lunch']),
    count(ballots, { ...numbers, ...topic }),
  ]);
  return {
    rows: [onTopic, chosen, own, byKey].map(({ records }) => records),
    counts: Object.fromEntries(counts),
  };
}

const all = (records: readonly Ballot[]): (readonly Ballot[])[] => [
  records,
  records,
  records,
  records,
];

const ofAnna = async ({ anna, room }: World) => ({ room, voter: await anna.identity.me() });

export const keyRules: readonly Rule[] = [
  {
    id: 'KEY-1',
    title: 'a person has one record for a key, in whatever place a later attempt would stand',
    async check(world) {
      const { anna, ben, room } = world;
      const of = await ofAnna(world);
      const first = await vote(anna, of, 'bread');
      expect(first.inserted).toBe(true);
      expect(await vote(anna, of, 'soup')).toEqual({ record: first.record, inserted: false });
      const found = { rows: all([first.record]), counts: { bread: 1 } };
      expect(await everywhere(anna, room, of.voter)).toEqual(found);
      expect(await everywhere(ben, room, of.voter)).toEqual(found);
    },
  },
  {
    id: 'KEY-2',
    title: 'pages of one person that write a key at the same time are told of one record',
    async check(world) {
      const { harness, ben, room } = world;
      const of = await ofAnna(world);
      const pages: Host[] = [];
      while (pages.length < choices.length) {
        pages.push(await harness.connect(harness.people.anna));
      }
      const told = await Promise.all(pages.map((page, at) => vote(page, of, choices[at] ?? '')));
      expect(told.filter(({ inserted }) => inserted)).toHaveLength(1);
      const [{ record } = expect.fail('Nobody was told anything.')] = told;
      expect(told.map((each) => each.record)).toEqual(choices.map(() => record));
      const counts = { [record.fields.choice]: 1 };
      expect(await everywhere(ben, room, of.voter)).toEqual({ rows: all([record]), counts });
    },
  },
  {
    id: 'KEY-3',
    title: 'a change moves the one record, a removal leaves none, and the key is free again',
    async check(world) {
      const { harness, ben, room } = world;
      const of = await ofAnna(world);
      const one = await harness.connect(harness.people.anna);
      const other = await harness.connect(harness.people.anna);
      const { record } = await vote(one, of, 'bread');
      const again = await vote(other, of, 'soup');
      const changed = await other.store.update(ballots, again.record, { choice: 'soup' });
      expect(changed.id).toBe(record.id);
      expect(await everywhere(ben, room, of.voter)).toEqual({
        rows: all([changed]),
        counts: { soup: 1 },
      });
      await one.store.remove(ballots, changed);
      expect(await everywhere(ben, room, of.voter)).toEqual({ rows: all([]), counts: {} });
      const next = await vote(other, of, 'salad');
      expect(next.inserted).toBe(true);
      expect(await everywhere(ben, room, of.voter)).toEqual({
        rows: all([next.record]),
        counts: { salad: 1 },
      });
    },
  },
  {
    id: 'KEY-4',
    title: 'rows that others write under the key change nothing, and of messages nobody loses any',
    async check(world) {
      const { anna, ben, zoe, room } = world;
      const of = await ofAnna(world);
      // They say that they are Anna.
      await vote(ben, of, 'soup');
      await vote(zoe, of, 'soup');
      const { record, inserted } = await vote(anna, of, 'bread');
      expect(inserted).toBe(true);
      const [{ records }] = await ben.store.read([byKeys(ballots, room, of.voter, ['lunch'])]);
      expect(records).toEqual([record]);
      await insert(ben, room, 'draft', { label: 'his' });
      await insert(anna, room, 'draft', { label: 'hers' });
      expect((await insertEntry(anna, room, 'draft')).inserted).toBe(false);
      expect(labels(await readEntries(zoe, room))).toEqual(['his', 'hers']);
    },
  },
];
