/** Removal and erasure go by the declarations: here by those of collections that Kantine lacks. */
import {
  byIds,
  choiceMark,
  choiceOwner,
  collections,
  communityContainer,
  groupContainer,
} from '@kantine/core';
import type { Collection, FieldsOf, Store, StoredRecord } from '@kantine/core';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layoutOf } from '../schema/index.ts';
import { ideaCollections, ideas, plans, remarks, steps, votes } from '../testing/ideas.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { blankMessage } from './blanked.ts';
import { sqlUpkeep } from './owners-upkeep.ts';
import { erasePerson } from './erasure.ts';
import { writeSetting } from './settings.ts';
import { changeRetention } from './site-settings.ts';
import { upkeep } from './upkeep.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const gone = '712020:gone-4f1e';
const month = 31 * 24 * 60 * 60_000;
const week = 7 * 24 * 60 * 60_000;
const room = groupContainer('ideas');

describe('every reference between collections', () => {
  it('has an index, so that what is about a record is found without reading everything', () => {
    for (const { name, about, choice, indexes } of Object.values<Collection>(collections)) {
      if (about.of !== 'records' || choice) continue;
      const partitions = Object.values(indexes).map(({ partition }) => partition);
      const fields = [
        ...Object.values(about.ids),
        ...(about.name === undefined ? [] : [about.name]),
      ];
      for (const field of fields) expect(partitions, `${name}.${field}`).toContain(field);
    }
  });
});

describe.each(['MariaDB', 'the embedded database'] as const)('by declarations on %s', (engine) => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation({ engine, more: ideaCollections });
    // However many tables were made: Forge allows 25 definitions a minute, and upkeep looks after them.
    await organisation.clock.advance(60_000);
    await organisation.within({ as: anna, space: 'WORK' }, ({ containers }) =>
      containers.create(room),
    );
  });
  afterEach(() => organisation.close());

  let keys = 0;
  const inFunction = <T>(work: () => Promise<T>) => organisation.inside({ as: 'admin' }, work);
  const run = () => organisation.everyHour(() => upkeep(organisation.instance));
  const as = <T>(person: string, work: (store: Store) => Promise<T>): Promise<T> =>
    organisation.within({ as: person, space: 'WORK' }, ({ store }) => work(store));

  /** Writes a record under a key of its own. */
  async function write<Specs extends Collection['fields']>(
    by: string,
    collection: Collection<Specs>,
    fields: FieldsOf<Specs>,
    container = room,
  ): Promise<string> {
    const key = 'about' in fields ? String(fields.about) : `key ${(keys += 1)}`;
    const { record } = await as(by, (store) => store.insert(collection, container, key, fields));
    return record.id;
  }

  const vote = (by: string, idea: string, about: string) =>
    write(by, votes, {
      idea,
      about,
      vote: 'yes',
      tally: choiceMark(about, 'yes'),
      voter: choiceOwner(idea, by),
    });

  /** What all rows of a collection hold in one column. */
  const valuesOf = (collection: Collection, column: string) =>
    inFunction(async () => {
      const { table } = organisation.instance.choices.get(collection.name) ?? layoutOf(collection);
      const { rows } = await sql<{
        value: string;
      }>`SELECT CAST(${sql.id(column)} AS CHAR) AS value FROM ${sql.id(table)}`.execute(
        organisation.instance.database,
      );
      return rows.map(({ value }) => value).toSorted();
    });
  const counts = () =>
    Promise.all(
      [ideas, steps, remarks, votes].map(
        async (each: Collection) => (await valuesOf(each, '_author')).length,
      ),
    );

  /** An idea with a step, three remarks and two votes. */
  async function think(text: string): Promise<void> {
    const idea = await write(anna, ideas, { text, owner: ben });
    const step = await write(ben, steps, { idea });
    await write(anna, remarks, { target: `idea:${idea}`, person: ben });
    await write(ben, remarks, { target: `step:${step}`, person: anna });
    await write(anna, remarks, { target: `step:${step}`, person: '' });
    await vote(anna, idea, `idea:${idea}`);
    await vote(ben, idea, `step:${step}`);
  }

  it('records go when their time is over, with what is about them and what is about that', async () => {
    await think('old');
    await organisation.clock.advance(3 * month);
    await think('new');
    await inFunction(() => changeRetention(organisation.instance.database, { keepMonths: 2 }));
    await run();
    expect(await counts()).toEqual([1, 1, 3, 2]);
    expect(await valuesOf(ideas, 'text')).toEqual(['new']);
  });

  it('however many there are, no statement removes or reads more than a batch', async () => {
    const idea = await write(anna, ideas, { text: 'old', owner: '' });
    const many = Array.from({ length: 450 }, (_, at) => at + 1);
    await inFunction(async () => {
      const { database } = organisation.instance;
      const { rows } = await sql<{
        home: number;
      }>`SELECT MAX(_container) AS home FROM test_ideas`.execute(database);
      const home = Number(rows[0]?.home);
      const stamps = { _container: home, _author: 1, _changed: 0 };
      await database
        .insertInto('test_steps')
        .values(many.map((at) => ({ ...stamps, _id: at, _key: String(at), idea })))
        .execute();
      await database
        .insertInto('test_remarks')
        .values(
          many.map((at) => ({
            ...stamps,
            _id: at,
            _key: String(at),
            target: 'step:1',
            person: '',
          })),
        )
        .execute();
      await database
        .insertInto('test_votes')
        .values(
          many.map((at) => ({
            ...stamps,
            _author: at,
            idea: Number.parseInt(idea, 36),
            comment: '',
            vote: 0,
            given: 0,
          })),
        )
        .execute();
    });
    await organisation.clock.advance(3 * month);
    await inFunction(() => changeRetention(organisation.instance.database, { keepMonths: 2 }));
    organisation.statements.length = 0;
    await run();
    const batches = organisation.statements.filter(
      ({ text }) => text.includes('test_') && !/GROUP BY|MIN\(/.test(text),
    );
    expect(batches.length).toBeGreaterThan(10);
    for (const { text, parameters } of batches) {
      expect(text).toMatch(/LIMIT 200|_id IN/);
      expect(parameters.length).toBeLessThanOrEqual(201);
    }
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('the words of a message go where its declaration says that they are, and why takes their place', async () => {
    const fields = { heading: 'Foo', body: 'About Foo', text: 'untouched', changed: false };
    const id = await write(anna, plans, fields);
    await write(ben, remarks, { target: `plan:${id}`, person: '' });
    const { instance } = organisation;
    await organisation.within({ as: 'admin' }, async (host) => {
      const { rows } = await sql<{
        container: number;
      }>`SELECT _container AS container FROM test_plans`.execute(instance.database);
      const container = { name: room, id: Number(rows[0]?.container) };
      const message = { container, kind: 'plan', id, reason: 'it names a customer' };
      await blankMessage(instance, sqlUpkeep(instance, host), message);
    });
    const [stored] = await as(anna, ({ read }) => read([byIds(plans, room, [id])]));
    expect(stored.records.map((record) => record.fields)).toEqual([
      { heading: 'it names a customer', body: '', text: 'untouched', changed: true },
    ]);
    // What was kept of it is gone.
    expect(await valuesOf(remarks, 'target')).toEqual([]);
  });

  it('who leaves is named by no record, and their own words stay where they are not about them', async () => {
    await think('a thought');
    expect(await inFunction(() => erasePerson(organisation.instance, ben))).toBe(true);
    // His step and what was said of it are gone, as is the remark about him; the idea lost its owner.
    expect(await counts()).toEqual([1, 0, 0, 1]);
    expect(await valuesOf(ideas, 'owner')).toEqual(['erased-2']);
    for (const collection of organisation.instance.collections) {
      for (const field of collection.subject) {
        expect(await valuesOf(collection, field), collection.name).not.toContain(ben);
      }
    }
  });

  it('who leaves is erased as far as the time goes, and the rest with the next run', async () => {
    await think('a thought');
    let isErased = false;
    for (let batches = 0; !isErased; batches += 1) {
      let left = batches;
      const isTimeLeft = (): boolean => (left -= 1) >= 0;
      isErased = await inFunction(() => erasePerson(organisation.instance, ben, isTimeLeft));
      expect(batches).toBeLessThan(100);
    }
    expect(await counts()).toEqual([1, 0, 0, 1]);
  });

  describe('of people who never wrote anything', () => {
    const thank = (recipient: string): Promise<StoredRecord> =>
      as(anna, async (store) => {
        const fields = { recipient, value: 'helps-out', reason: 'for all of it', batch: recipient };
        const { kudos } = collections;
        return (await store.insert(kudos, communityContainer, recipient, fields)).record;
      });
    const recipients = () => valuesOf(collections.kudos, 'recipient');

    it('those whom others name are reported too, and erased once their account is closed', async () => {
      await thank(gone);
      await thank(ben);
      await think('an idea of anna');
      await write(anna, ideas, { text: 'for somebody', owner: gone });
      await run();
      expect(await recipients()).toEqual([ben]);
      expect(await valuesOf(ideas, 'owner')).toEqual([ben, 'erased-0']);
    });

    it('all are reported, however many they are and wherever a run is ended', async () => {
      // More than a report takes, and no more than one run erases.
      const others = Array.from({ length: 100 }, (_, at) => `712020:gone-${at}`);
      for (const other of others) await thank(other);
      await thank(ben);
      // A report that version 0.1 began goes on.
      const begun = organisation.clock.now();
      await inFunction(() =>
        writeSetting(organisation.instance.database, 'personal-data', { begun, after: 1 }),
      );
      await run();
      expect(await recipients()).toEqual([ben]);
      await thank(gone);
      // Runs are an hour apart.
      await organisation.clock.advance(60 * 60_000);
      await run();
      expect(await recipients()).toContain(gone);
      await organisation.clock.advance(week);
      await run();
      expect(await recipients()).toEqual([ben]);
    });
  });
});
