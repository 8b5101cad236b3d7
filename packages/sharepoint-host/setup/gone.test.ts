/**
 * Lists that somebody deleted, while pages are open and before: by mistake, or by a member where a list
 * inherited the site's permissions. What is in the recycle bin comes back as it was; nothing takes its place.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  communityContainer,
  createCommunity,
  deskOf,
  governedContainer,
  groupContainer,
  lettersOf,
  officeContainer,
  personContainer,
  rows,
} from '@kantine/core';
import type { Community, ContainerId } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import { columns, deskKind, setupList } from '../schema/index.ts';
import { closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { get, post } from '../wire/index.ts';

let organisation: Organisation;
let ben: Community;

const page = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const owner = () => organisation.hostOf('owner');
const send = (actor: Actor, path: string, body: object = {}): Promise<unknown> =>
  organisation.wireOf(actor).send(post(path, body));
const restoreAll = (actor: Actor): Promise<unknown> => send(actor, 'web/recycleBin/restoreAll');

eachInAnOrganisation((opened) => {
  organisation = opened;
  ben = page('ben');
});

/** A post of Anna's, and Ben's answer. */
async function conversation(group: string): Promise<void> {
  const { id } = await page('anna').wall.post({ group, text: 'Soup?', key: 'key-of-a-post' });
  await ben.wall.comment({ group, post: id, text: 'Yes', key: 'key-of-a-comment' });
}
const shown = async (group: string): Promise<unknown> =>
  (await ben.wall.read({ group })).posts.map(({ text, comments }) => [
    text,
    comments.map((each) => each.text),
  ]);
const whole = [['Soup?', ['Yes']]];

const notFound = { tag: 'NotFound' };

const { notes } = contractCollections;
const lunch = groupContainer('lunch');
const note = (actor: Actor, container: ContainerId, text: string): Promise<unknown> =>
  organisation.hostOf(actor).store.insert(notes, container, text, { topic: '', text, to: '' });
/** The notes that a page shows that opens now. */
async function notesIn(actor: Actor, container: ContainerId): Promise<readonly string[]> {
  const query = rows(notes, { container, index: 'recent', order: 'ascending', limit: 10 });
  const [{ records }] = await organisation.hostOf(actor).store.read([query]);
  return records.map(({ fields }) => fields.text);
}

describe('a list of the whole site that an owner deleted by mistake', () => {
  const list = 'KantineComments';
  let group: string;

  beforeEach(async () => {
    group = (await page('anna').groups.create({ name: 'Lunch', purpose: '' })).id;
    await conversation(group);
    expect(await shown(group)).toEqual(whole);
    await send('owner', `${organisation.pathOf(list)}/recycle`);
  });

  it('T8: is missed by pages, which do not call the wall quiet, and take nothing for it', async () => {
    await expect(ben.wall.read({ group })).rejects.toMatchObject(notFound);
    await expect(page('zoe').wall.read({ group })).rejects.toMatchObject(notFound);
    const answer = { group, post: '1', text: 'Me too', key: 'key-of-another' };
    await expect(ben.wall.comment(answer)).rejects.toMatchObject(notFound);
  });

  it('is made anew by no update, which says what to do, and is whole once it is restored', async () => {
    expect(await owner().setupState()).toMatchObject({ kind: 'outdated', gone: [list] });
    await expect(owner().provision()).rejects.toMatchObject({
      tag: 'Conflict',
      message: expect.stringContaining(`${list} was deleted`) as string,
    });
    await restoreAll('owner');
    await owner().provision();
    expect(await owner().setupState()).toEqual({ kind: 'ready' });
    expect(await shown(group)).toEqual(whole);
  });

  it('T15: is not what a member makes under its name, whatever they put into it', async () => {
    await send('zoe', 'web/lists', { Title: list, BaseTemplate: 100 });
    for (const name of Object.values(columns)) {
      const path = `${organisation.pathOf(list)}/fields`;
      await send('zoe', path, { Title: name, FieldTypeKind: 3 });
    }
    expect(await owner().setupState()).toMatchObject({ refused: [list] });
    await expect(owner().provision()).rejects.toMatchObject({
      message: expect.stringContaining('no owner made') as string,
    });
    await send('owner', `${organisation.pathOf(list)}/deleteObject`);
    await restoreAll('owner');
    await owner().provision();
    expect(await shown(group)).toEqual(whole);
  });
});

describe.each([
  { list: 'KantineMore', container: communityContainer, writer: 'anna', reader: 'ben' },
  { list: 'KantineMoreOfGroups', container: lunch, writer: 'anna', reader: 'ben' },
  { list: 'KantineGoverned', container: governedContainer, writer: 'owner', reader: 'ben' },
  { list: 'KantineDeskOfGroups', container: deskOf(lunch), writer: 'owner', reader: 'ben' },
  { list: 'KantineLetters', container: lettersOf(lunch), writer: 'anna', reader: 'owner' },
] as const)(
  '$list, which small collections share, deleted by mistake',
  ({ list, container, writer, reader }) => {
    it('T8: is missed by pages, and as it was once it is restored', async () => {
      await organisation.hostOf('anna').containers.create(lunch);
      await note(writer, container, 'first');
      await send('owner', `${organisation.pathOf(list)}/recycle`);
      await expect(notesIn(reader, container)).rejects.toMatchObject(notFound);
      await expect(note(writer, container, 'second')).rejects.toMatchObject(notFound);
      expect(await owner().setupState()).toMatchObject({ kind: 'outdated', gone: [list] });
      await expect(owner().provision()).rejects.toMatchObject({ tag: 'Conflict' });
      await restoreAll('owner');
      await owner().provision();
      expect(await owner().setupState()).toEqual({ kind: 'ready' });
      expect(await notesIn(reader, container)).toEqual(['first']);
    });
  },
);

it('what people keep to themselves is lacking without a word where its list was deleted', async () => {
  const own = personContainer(organisation.ids.anna);
  await note('anna', own, 'mine');
  await send('owner', `${organisation.pathOf('KantineMoreOfPeople')}/recycle`);
  expect(await notesIn('anna', own)).toEqual([]);
  await restoreAll('owner');
  expect(await notesIn('anna', own)).toEqual(['mine']);
});

it('what owners keep to themselves is closed to everybody where its list was deleted', async () => {
  await note('owner', officeContainer, 'ours');
  await send('owner', `${organisation.pathOf('KantineOffice')}/recycle`);
  for (const actor of ['owner', 'anna'] as const) {
    await expect(notesIn(actor, officeContainer)).rejects.toMatchObject({ tag: 'Forbidden' });
  }
  expect(await owner().setupState()).toMatchObject({ gone: ['KantineOffice'] });
});

it('a wall is shown without read marks, whose list was deleted', async () => {
  const { id: group } = await page('anna').groups.create({ name: 'Lunch', purpose: '' });
  await conversation(group);
  await send('owner', `${organisation.pathOf('KantineReadMarks')}/recycle`);
  expect(await shown(group)).toEqual(whole);
  expect(await owner().setupState()).toMatchObject({ gone: ['KantineReadMarks'] });
});

it('a site whose setup row was deleted is set up again, and has lost nothing', async () => {
  const { id: group } = await page('anna').groups.create({ name: 'Lunch', purpose: '' });
  await conversation(group);
  await send('owner', `${organisation.pathOf(setupList.name)}/recycle`);
  expect(await organisation.hostOf('ben').setupState()).toMatchObject({ kind: 'missing' });
  await owner().provision();
  expect(await organisation.hostOf('ben').setupState()).toEqual({ kind: 'ready' });
  expect(await owner().setupState()).toEqual({ kind: 'ready' });
  expect(await shown(group)).toEqual(whole);
});

it('T15: a list that a member deleted and restored while it was open to the site is closed again', async () => {
  const list = 'KantinePosts';
  const { id: group } = await page('anna').groups.create({ name: 'Lunch', purpose: '' });
  await conversation(group);
  await send('owner', `${organisation.pathOf(list)}/resetRoleInheritance`);
  await send('zoe', `${organisation.pathOf(list)}/recycle`);
  await restoreAll('zoe');
  expect(await owner().setupState()).toMatchObject({ kind: 'outdated' });
  await owner().provision();
  expect(await owner().setupState()).toEqual({ kind: 'ready' });
  expect(await shown(group)).toEqual(whole);
  const protectedNow = await organisation
    .wireOf('owner')
    .send(get(`${organisation.pathOf(list)}?$select=HasUniqueRoleAssignments`));
  expect(protectedNow).toMatchObject({ HasUniqueRoleAssignments: true });
});

describe('a closed group', () => {
  let group: string;
  const named = async () => Object.values((await closedRow(organisation, group)).lists);
  const pathOf = (id = '') => `web/lists(guid'${id}')`;

  beforeEach(async () => {
    const draft = { name: 'Works council', purpose: '', key: 'key-of-a-draft' };
    const anna = page('anna');
    group = (await anna.groups.create({ ...draft, access: 'closed' })).id;
    const { ids } = organisation;
    await page('owner').groups.approve({ group, by: ids.anna });
    await anna.groups.list();
    await anna.groups.admit({ group, person: ids.ben, role: 'member' });
    await conversation(group);
  });

  it('of which a list was deleted is not called quiet, and is whole once it is restored', async () => {
    const { KantineCommentsIn } = (await closedRow(organisation, group)).lists;
    await send('owner', `${pathOf(KantineCommentsIn?.id)}/recycle`);
    await expect(page('ben').wall.read({ group })).rejects.toMatchObject(notFound);
    const gone = [KantineCommentsIn?.name];
    expect(await owner().setupState()).toMatchObject({ kind: 'outdated', gone });
    await expect(owner().provision()).rejects.toMatchObject({ tag: 'Conflict' });
    await restoreAll('owner');
    await owner().provision();
    expect(await shown(group)).toEqual(whole);
    await expect(page('zoe').wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it.each(['KantineMoreIn', deskKind])(
    'T8: of which %s was deleted does not pass for one without notes there',
    async (kind) => {
      const container = kind === deskKind ? deskOf(group) : group;
      await note('anna', container, 'first');
      const list = (await closedRow(organisation, group)).lists[kind];
      await send('owner', `${pathOf(list?.id)}/recycle`);
      await expect(notesIn('ben', container)).rejects.toMatchObject(notFound);
      expect(await owner().setupState()).toMatchObject({ kind: 'outdated', gone: [list?.name] });
      await restoreAll('owner');
      await owner().provision();
      expect(await notesIn('ben', container)).toEqual(['first']);
    },
  );

  it('of which all lists were deleted is over, and keeps no update from its end', async () => {
    for (const { id } of await named()) await send('owner', `${pathOf(id)}/recycle`);
    expect(await owner().setupState()).toEqual({ kind: 'ready' });
    await owner().provision();
    await expect(page('ben').wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
    await restoreAll('owner');
    expect(await shown(group)).toEqual(whole);
  });
});
