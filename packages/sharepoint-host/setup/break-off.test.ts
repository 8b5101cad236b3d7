/**
 * What a stranger can do when an owner's page is closed in the midst of its work: Zoë is a member of the
 * site, which lets her change every list that inherits its permissions, and not of the closed group.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedContainer, collection, rows } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import { closedLists, listPath } from '../schema/index.ts';
import { breakOffAfter } from '../testing/break-off.ts';
import { testFacts } from '../testing/facts.ts';
import { makeTemplate, openFolder, openOrganisation, site } from '../testing/organisation.ts';
import type { Actor, Folder, Organisation, Template } from '../testing/organisation.ts';
import { answerOf, get, post } from '../wire/index.ts';
import type { SharePointHost } from '../host.ts';

const kept = (name: string): Collection<{ words: { type: 'text'; max: 200 } }> =>
  collection({
    ...testFacts,
    name,
    keptIn: ['community', 'closed'],
    fields: { words: { type: 'text', max: 200 } },
    indexes: { recent: { order: 'created' } },
  });
const notes = kept('notes');
const wishes = kept('wishes');
const group = closedContainer('12');

let folder: Folder;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => folder.remove());

/** One organisation, in which attempts break off. */
function scene(organisation: Organisation, collections: readonly Collection[]) {
  const host = (actor: Actor): SharePointHost => organisation.hostOf(actor, { collections });
  const names = closedLists(collections, group).map(({ name }) => name);
  const pathOf = (name: string): string => listPath(`${organisation.sharePoint.url}${site}`, name);
  const owner = organisation.wireOf('owner');
  const zoe = organisation.wireOf('zoe');
  return {
    host,
    /** Zoë writes into each of the group's lists and adds a column. @returns those that let her */
    async intrude(): Promise<string[]> {
      const open: string[] = [];
      for (const name of names) {
        const outcomes = await zoe.batch([
          get(pathOf(name)),
          get(`${pathOf(name)}/items`),
          post(`${pathOf(name)}/items`, { Title: 'planted' }),
          post(`${pathOf(name)}/fields`, { Title: 'Planted', FieldTypeKind: 2 }),
        ]);
        if (outcomes.some(({ ok }) => ok)) open.push(name);
      }
      return open;
    },
    /** Whatever Zoë left in the group's lists. */
    async planted(): Promise<unknown[]> {
      const answers = await owner.batch(
        names.flatMap((name) => [
          get(`${pathOf(name)}/items?$select=Title&$filter=Title eq 'planted'`),
          get(`${pathOf(name)}/fields?$select=Title&$filter=Title eq 'Planted'`),
        ]),
      );
      return answers.flatMap((outcome) => answerOf<unknown[]>(outcome));
    },
  };
}

/** What somebody wrote in a container. */
async function written(
  host: SharePointHost,
  what: typeof notes,
  container: ContainerId = group,
): Promise<string[]> {
  const query = { container, index: 'recent', order: 'ascending', limit: 9 } as const;
  const [{ records }] = await host.store.read([rows(what, query)]);
  return records.map(({ fields }) => fields.words);
}

interface Broken {
  readonly template: Template;
  readonly collections: readonly Collection[];
  readonly work: (host: SharePointHost, organisation: Organisation) => Promise<void>;
  /** Whether pages say that the work is done. */
  readonly isDone: (hostOf: (actor: Actor) => SharePointHost) => Promise<boolean>;
  readonly check: (
    hostOf: (actor: Actor) => SharePointHost,
    organisation: Organisation,
  ) => Promise<void>;
}

/** Breaks some work off after each of its writes. @returns how many writes it has. */
async function breakOffEverywhere(broken: Broken): Promise<number> {
  const { template, collections, work, isDone, check } = broken;
  for (let writes = 0; ; writes += 1) {
    const organisation = await openOrganisation(folder, template);
    const { host, intrude, planted } = scene(organisation, collections);
    const run = () => work(host('owner'), organisation);
    const where = `after ${writes} writes`;
    try {
      const off = breakOffAfter(organisation.sharePoint, writes);
      const isWhole = await run().then(
        () => true,
        () => false,
      );
      off.heal();
      expect(isWhole, where).toBe(off.refused() === 0);
      const open = await intrude();
      if (open.length > 0) {
        expect(await isDone(host), where).toBe(false);
        // The next attempt closes what is open before anything else, even if it comes no further.
        const again = breakOffAfter(organisation.sharePoint, open.length);
        await expect(run(), where).rejects.toThrow();
        again.heal();
        expect(await intrude(), where).toEqual([]);
      }
      await run();
      expect(await isDone(host), where).toBe(true);
      expect(await intrude(), where).toEqual([]);
      expect(await planted(), where).toEqual([]);
      await check(host, organisation);
      if (isWhole) return writes;
    } finally {
      await organisation.close();
    }
  }
}

describe('an attempt that breaks off after any of its writes', () => {
  it('at updating a site leaves a closed group’s new list to nobody, and loses nothing', async () => {
    const setUp = await makeTemplate(folder, async (context) => {
      const owner = (await import('../host.ts')).sharePointHost({
        ...context,
        collections: [notes],
      });
      await owner.provision();
    });
    const lived = await openOrganisation(folder, setUp);
    const before = (actor: Actor) => lived.hostOf(actor, { collections: [notes] });
    await before('owner').containers.createClosed(group, '');
    await before('owner').containers.admit(group, lived.ids.anna, 'member');
    await before('anna').store.insert(notes, group, 'a', { words: 'Between us' });
    const template = { ...setUp, file: await lived.keep() };

    const writes = await breakOffEverywhere({
      template,
      collections: [notes, wishes],
      work: (owner) => owner.provision(),
      isDone: async (host) => {
        const states = await Promise.all([host('owner').setupState(), host('zoe').setupState()]);
        return states.some(({ kind }) => kind === 'ready');
      },
      check: async (host) => {
        expect(await written(host('anna'), notes)).toEqual(['Between us']);
        await host('anna').store.insert(wishes, group, 'a', { words: 'Tea' });
        expect(await written(host('owner'), wishes)).toEqual(['Tea']);
        await expect(written(host('zoe'), wishes)).rejects.toMatchObject({ tag: 'Forbidden' });
      },
    });
    // Two lists with their permissions and columns, the grants, and the row before and after.
    expect(writes).toBeGreaterThan(30);
  }, 120_000);

  it('at making a closed group leaves its lists to nobody', async () => {
    const template = await makeTemplate(folder, async (context) => {
      const owner = (await import('../host.ts')).sharePointHost({
        ...context,
        collections: [notes],
      });
      await owner.provision();
    });
    const writes = await breakOffEverywhere({
      template,
      collections: [notes],
      work: async (owner) => {
        await owner.containers.createClosed(group, '');
      },
      isDone: async (host) =>
        (await host('owner').containers.rights([group])).get(group) === 'write',
      check: async (host, { ids }) => {
        await host('owner').containers.admit(group, ids.anna, 'member');
        await host('anna').store.insert(notes, group, 'a', { words: 'Between us' });
        expect(await written(host('owner'), notes)).toEqual(['Between us']);
        await expect(written(host('zoe'), notes)).rejects.toMatchObject({ tag: 'Forbidden' });
      },
    });
    expect(writes).toBeGreaterThan(20);
  }, 120_000);
});
