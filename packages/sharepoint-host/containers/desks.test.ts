/** Lists in which a row proves by lying there that its author had a right to write it. */
import { describe, expect, it } from 'vitest';
import {
  closedContainer,
  deskOf,
  governedContainer,
  groupContainer,
  lettersOf,
  newest,
  officeContainer,
  rows,
} from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import {
  columns,
  listName,
  listPath,
  listPathById,
  listSetOf,
  ownerDigest,
} from '../schema/index.ts';
import type { SharedListSet } from '../schema/index.ts';
import { takeShelvesAway } from '../testing/before-shelves.ts';
import { breakOffAfter } from '../testing/break-off.ts';
import { closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { site } from '../testing/organisation.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { fieldColumns } from '../store/field-columns.ts';
import { get, post } from '../wire/index.ts';

const { notes } = contractCollections;
const room = groupContainer('room');
const den = closedContainer('den');
const note = (text: string) => ({ topic: '', text, to: '' });

let organisation: Organisation;

const as = (actor: Actor) => organisation.hostOf(actor);
const write = (actor: Actor, container: ContainerId, text: string) =>
  as(actor).store.insert(notes, container, text, note(text));

async function read(actor: Actor, container: ContainerId) {
  const recent = { container, index: 'recent', order: 'ascending', limit: 100 } as const;
  const [found] = await as(actor).store.read([rows(notes, recent)]);
  return { ...found, records: found.records.map(({ fields }) => fields.text) };
}

const rightOf = async (actor: Actor, container: ContainerId) =>
  (await as(actor).containers.rights([container])).get(container);

/** An open group, and a closed one of Anna's with Ben in it. */
eachInAnOrganisation(async (opened) => {
  organisation = opened;
  await as('anna').containers.create(room);
  await as('anna').containers.createClosed(den, '');
  await as('owner').containers.approve(den, organisation.ids.anna);
  await as('anna').containers.admit(den, organisation.ids.ben, 'member');
});

async function pathOf(container: ContainerId): Promise<string> {
  const listSet = listSetOf(container, '');
  if (typeof listSet === 'string') return sharedPath(listSet);
  const { id = '' } = (await closedRow(organisation, den)).lists.KantineDeskIn ?? {};
  return listPathById(id);
}
const sharedPath = (listSet: SharedListSet): string =>
  listPath(`${organisation.sharePoint.url}${site}`, listName(notes, listSet));

/** Writes a row past the adapter, just as it would. */
async function byHand(actor: Exclude<Actor, 'owner'>, container: ContainerId): Promise<void> {
  const me = organisation.ids[actor];
  const row = {
    ...(await fieldColumns(notes, container, note('by hand'))),
    [columns.owner]: await ownerDigest({ collection: notes, container }, me, 'by hand'),
    [columns.key]: JSON.stringify('by hand'),
  };
  await organisation.wireOf(actor).send(post(`${await pathOf(container)}/items`, row));
}

/** As an owner of the site might do by mistake. */
const openToSite = async (container: ContainerId): Promise<void> => {
  await organisation.wireOf('owner').send(post(`${await pathOf(container)}/resetRoleInheritance`));
};

describe.each([
  { container: governedContainer, writer: 'owner', member: 'ben' },
  { container: deskOf(room), writer: 'owner', member: 'ben' },
  { container: deskOf(den), writer: 'anna', member: 'ben' },
] as const)('$container', ({ container, writer, member }) => {
  it('takes no row by hand from who may only read it', async () => {
    await write(writer, container, 'by right');
    await expect(byHand(member, container)).rejects.toThrow();
    expect(await read(member, container)).toEqual({ records: ['by right'] });
  });

  it.each(['told', 'refused'] as const)(
    'S-A1: counts for nothing once its list inherits the site’s permissions (members are %s)',
    async (uniqueRightsToMembers) => {
      await write(writer, container, 'by right');
      await openToSite(container);
      organisation.sharePoint.behave({ uniqueRightsToMembers });
      await byHand(member, container);
      for (const actor of [writer, member]) {
        const answer = await read(actor, container).catch((error: unknown) => error);
        // A closed group counts for nothing as a whole then, as before.
        if (container === deskOf(den)) expect(answer).toMatchObject({ tag: 'Forbidden' });
        else expect(answer).toEqual({ records: [], incomplete: true });
        expect(await rightOf(actor, container)).toBe('none');
        const writing = write(actor, container, 'later');
        await expect(writing).rejects.toMatchObject({ tag: 'Forbidden' });
      }
    },
  );

  it('S-A1: is believed again when an owner has updated the site, with what was in it and without what strangers wrote', async () => {
    await write(writer, container, 'by right');
    await openToSite(container);
    await byHand('zoe', container);
    expect(await as('owner').setupState()).toMatchObject({ kind: 'outdated' });
    for (const writes of [0, 1, 2, 3, 4]) {
      const broken = breakOffAfter(organisation.sharePoint, writes);
      await as('owner')
        .provision()
        .catch(() => undefined);
      broken.heal();
    }
    await as('owner').provision();
    expect(await read(member, container)).toEqual({ records: ['by right'] });
    expect(await rightOf(member, container)).toBe('read');
  });
});

describe('the desk of a closed group that is deleted, and restored by an owner', () => {
  it.each([1, 2, 3, 4, 6, 8])(
    'S-A1: shows nothing of what strangers wrote while it was open, though an update ended in between (%i writes)',
    async (writes) => {
      const desk = deskOf(den);
      await write('anna', desk, 'by right');
      await openToSite(desk);
      await byHand('zoe', desk);
      const broken = breakOffAfter(organisation.sharePoint, writes);
      await expect(as('owner').provision()).rejects.toThrow();
      broken.heal();
      const owner = organisation.wireOf('owner');
      const lists = Object.values((await closedRow(organisation, den)).lists);
      for (const { id = '' } of lists) await owner.send(post(`${listPathById(id)}/recycle`));
      await as('owner').provision();
      await owner.send(post('web/recycleBin/restoreAll'));
      await as('owner').provision();
      expect(await read('ben', desk)).toEqual({ records: ['by right'] });
    },
  );
});

describe('newest', () => {
  it('S-A1: says that something is missing where a list counts for nothing', async () => {
    await write('owner', deskOf(room), 'by right');
    await write('anna', room, 'a');
    await openToSite(deskOf(room));
    await byHand('ben', deskOf(room));
    const asked = { containers: [room, deskOf(room)], since: 0, limit: 10 };
    const [{ records, complete }] = await as('ben').store.read([newest(notes, asked)]);
    expect(records.map(({ fields }) => fields.text)).toEqual(['a']);
    expect(complete).toBe(false);
  });
});

describe('office', () => {
  it('is not there for anybody but owners, by hand neither', async () => {
    await write('owner', officeContainer, 'between owners');
    const path = sharedPath('office');
    for (const way of [get(`${path}/items`), get(`${path}?$select=Id`), get(`${path}/fields`)]) {
      await expect(organisation.wireOf('anna').send(way)).rejects.toThrow();
    }
    await expect(byHand('anna', officeContainer)).rejects.toThrow();
  });
});

describe('letters', () => {
  it('about a closed group are written through Kantine by its members alone', async () => {
    await write('ben', lettersOf(den), 'about the den');
    await expect(write('zoe', lettersOf(den), 'x')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(write('owner', lettersOf(den), 'x')).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await rightOf('owner', lettersOf(den))).toBe('read');
    expect(await read('owner', lettersOf(den))).toEqual({ records: ['about the den'] });
    expect(await read('owner', lettersOf(room))).toEqual({ records: [] });
  });

  it('are closed at once to who was taken out, on a page that knew the group', async () => {
    const ben = as('ben');
    await ben.store.insert(notes, lettersOf(den), 'a', note('a'));
    await as('anna').containers.expel(den, organisation.ids.ben);
    const later = ben.store.insert(notes, lettersOf(den), 'b', note('b'));
    await expect(later).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('are seen by hand by their authors and by owners alone', async () => {
    await write('ben', lettersOf(room), 'about the room');
    const items = get(`${sharedPath('letters')}/items`);
    expect(await organisation.wireOf('anna').send(items)).toEqual([]);
    expect(await organisation.wireOf('ben').send(items)).toHaveLength(1);
    expect(await organisation.wireOf('owner').send(items)).toHaveLength(1);
  });

  it('may be written by hand about a group whose id somebody knows, under their own name', async () => {
    await byHand('zoe', lettersOf(den));
    const query = {
      container: lettersOf(den),
      index: 'recent',
      order: 'ascending',
      limit: 9,
    } as const;
    const [{ records }] = await as('owner').store.read([rows(notes, query)]);
    expect(records.map(({ author }) => author)).toEqual([organisation.ids.zoe]);
  });
});

describe('a list of everybody that an owner opened to the site', () => {
  it.each([0, 1, 2, 3, 4])(
    'S-A1: is given to its readers again, with all that was in it, after an update that broke off behind %i writes',
    async (writes) => {
      await write('anna', room, 'a');
      await organisation.wireOf('owner').send(post(`${sharedPath('group')}/resetRoleInheritance`));
      await write('ben', room, 'b');
      const broken = breakOffAfter(organisation.sharePoint, writes);
      await as('owner')
        .provision()
        .catch(() => undefined);
      broken.heal();
      await as('owner').provision();
      expect(await as('owner').setupState()).toEqual({ kind: 'ready' });
      expect(await read('zoe', room)).toEqual({ records: ['a', 'b'] });
      await write('zoe', room, 'c');
    },
  );
});

describe('a site of the version before', () => {
  it('shows nothing of what it has no lists for, says so to owners alone, and has them after the update', async () => {
    await write('anna', den, 'kept').catch(() => undefined);
    await takeShelvesAway(organisation);
    for (const container of [governedContainer, deskOf(room), deskOf(den), room, den]) {
      expect(await read('ben', container)).toEqual({ records: [] });
    }
    await expect(write('owner', governedContainer, 'a')).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    expect(await as('ben').setupState()).toEqual({ kind: 'ready' });
    expect(await as('owner').setupState()).toMatchObject({ kind: 'outdated' });
    await as('owner').provision();
    expect(await as('owner').setupState()).toEqual({ kind: 'ready' });
    organisation.clock.advance(61_000);
    await write('owner', governedContainer, 'a');
    await write('anna', deskOf(den), 'b');
    expect(await read('ben', governedContainer)).toEqual({ records: ['a'] });
    expect(await read('ben', deskOf(den))).toEqual({ records: ['b'] });
  });
});
