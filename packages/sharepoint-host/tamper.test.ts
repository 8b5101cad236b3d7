/** A member with a REST client and patience changes nothing that colleagues see, and reads nothing more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collections,
  communityContainer,
  createCommunity,
  groupContainer,
  personContainer,
} from '@kantine/core';
import type { Collection, Community, ContainerId, PostView } from '@kantine/core';
import {
  columns,
  listName,
  listPath,
  ownerDigest,
  listSetOf,
  registryList,
  setupList,
  slotDigest,
} from './schema/index.ts';
import { fieldColumns } from './store/field-columns.ts';
import { forgeriesBy } from './testing/forgeries.ts';
import type { Forgery } from './testing/forgeries.ts';
import { makeTemplate, openFolder, openOrganisation, site } from './testing/organisation.ts';
import type { Folder, Organisation } from './testing/organisation.ts';
import { answerOf, get, merge, post } from './wire/index.ts';
import type { RestRequest, Wire } from './wire/index.ts';

let folder: Folder;
let organisation: Organisation;
let anna: Community;
let zoe: Community;
/** Ben, who knows the REST API. */
let ben: Wire;
let group: string;
let written: PostView;

const key = (name: string): string => `key-of-${name}`;

beforeAll(async () => {
  folder = await openFolder();
  organisation = await openOrganisation(folder, await makeTemplate(folder));
  anna = createCommunity(organisation.hostOf('anna'));
  zoe = createCommunity(organisation.hostOf('zoe'));
  ben = organisation.wireOf('ben');
  const { ids } = organisation;
  group = (await anna.groups.create({ name: 'Lunch run', purpose: 'To the market' })).id;
  written = await anna.wall.post({ group, text: 'First wording', key: key('post') });
  const message = { group, kind: 'post', id: written.id } as const;
  await anna.wall.edit({ ...message, text: 'Who comes along?', version: written.version });
  await zoe.wall.comment({ group, post: written.id, text: 'I do', key: key('comment') });
  await zoe.wall.react({ message, post: written.id, kind: 'like' });
  const thanks = { value: 'helps-out', reason: 'for all the bread', as: 'kudos' } as const;
  await zoe.kudos.give({ ...thanks, recipients: [ids.anna], key: key('thanks') });
  await anna.card.update({ about: 'Bakes', askMeAbout: ['Bread'], interests: [] });
});
afterAll(async () => {
  await organisation.close();
  await folder.remove();
});

/** All that Zoë sees. How many rows were dropped is told, too, and is no secret. */
async function seen(): Promise<unknown> {
  const page = createCommunity(organisation.hostOf('zoe'));
  const { ids } = organisation;
  const message = { group, kind: 'post', id: written.id } as const;
  return {
    wall: { ...(await page.wall.read({ group })), dropped: undefined },
    kudos: { ...(await page.kudos.read({})), dropped: undefined },
    groups: await page.groups.list(),
    members: await page.groups.members({ group }),
    thread: await page.wall.thread({ group, post: written.id }),
    history: await page.wall.history(message),
    reactors: await page.wall.reactors(message),
    people: await Promise.all(
      [ids.anna, ids.ben, ids.zoe].map((person) => page.card.read({ person })),
    ),
    budget: await page.kudos.budget(),
  };
}

const pathOf = (list: string): string => listPath(`${organisation.sharePoint.url}${site}`, list);

function listOf(collection: Collection, container: ContainerId): string {
  const place = listSetOf(container, organisation.ids.ben) ?? 'person';
  if (typeof place !== 'string') throw new RangeError('A closed container has no such list.');
  return pathOf(listName(collection, place));
}

/** Writes a row as Kantine's adapter would, with whatever else the forger likes. */
async function forge({ collection, key: ownKey, fields, ...more }: Forgery): Promise<void> {
  const { container = communityContainer, as: author = organisation.ids.ben } = more;
  const row = {
    ...(await fieldColumns(collection, container, fields)),
    [columns.slot]: await slotDigest(container, author, ownKey, 0),
    [columns.owner]: await ownerDigest(container, author, ownKey),
    [columns.key]: JSON.stringify(ownKey),
    ...more.columns,
  };
  await ben.send(post(`${listOf(collection, container)}/items`, row));
}

describe('a row written by hand changes nothing that colleagues see:', () => {
  const names = Object.keys(
    forgeriesBy({ ids: {} as Organisation['ids'], group: '', post: { id: '', version: '' } }),
  );

  it.each(names)('%s', async (name) => {
    const forgery = forgeriesBy({ ids: organisation.ids, group, post: written })[name];
    const before = await seen();
    await forge(forgery as Forgery);
    expect(await seen()).toEqual(before);
  });
});

describe('the lists themselves refuse', () => {
  const ownList = (): string => listOf(collections.posts, groupContainer(group));
  const item = (): string => `${ownList()}/items(${written.id})`;
  const asAnna = (): Record<string, unknown> => ({ AuthorId: Number(organisation.ids.anna) });

  const attempts: Record<string, () => RestRequest> = {
    'an edit of a colleague’s post': () =>
      merge(item(), { [columns.fields]: JSON.stringify({ text: 'I quit' }) }),
    'a deletion of a colleague’s post': () => ({ method: 'DELETE', path: item(), version: '*' }),
    'a colleague’s post through the form': () =>
      post(`${item()}/validateUpdateListItem`, {
        formValues: [{ FieldName: columns.fields, FieldValue: '{}' }],
        bNewDocumentUpdate: true,
      }),
    'another author on a new row': () => post(`${ownList()}/items`, asAnna()),
    'a change of the settings': () => merge(ownList(), { WriteSecurity: 1 }),
    'a new column': () => post(`${ownList()}/fields`, { Title: 'X', FieldTypeKind: 2 }),
    'permissions of its own': () =>
      post(`${ownList()}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`),
    'a grant': () =>
      post(
        `${ownList()}/roleAssignments/addRoleAssignment(principalId=${organisation.ids.ben},roleDefId=5)`,
      ),
    'a deletion of the list': () => ({ method: 'DELETE', path: ownList(), version: '*' }),
    'another summary of the setup row': () =>
      merge(`${pathOf(setupList.name)}/items(1)`, { Title: '{"schemaVersion":0}' }),
    'another summary through the form': () =>
      post(`${pathOf(setupList.name)}/items(1)/validateUpdateListItem`, {
        formValues: [{ FieldName: 'Title', FieldValue: '[]' }],
        bNewDocumentUpdate: true,
      }),
    'another version of the schema': () =>
      post(`${pathOf(setupList.name)}/items`, { [columns.slot]: 'schema-2' }),
  };

  it.each(Object.entries(attempts))('%s', async (_name, attempt) => {
    const before = await seen();
    await ben.send(attempt()).catch((error: unknown) => {
      expect(error).toMatchObject({
        status: expect.toSatisfy((status: number) => [400, 403, 404].includes(status)) as number,
      });
    });
    expect(await seen()).toEqual(before);
  });

  it('to show a colleague’s own records', async () => {
    await anna.wall.markRead({ group, until: 5 });
    const list = listOf(collections.readMarks, personContainer(organisation.ids.ben));
    const [rows, caml] = await ben.batch([
      get(`${list}/items`),
      post(`${list}/getItems`, { query: { ViewXml: '<View/>' } }),
    ]);
    expect([answerOf<unknown[]>(rows), answerOf<unknown[]>(caml)]).toEqual([[], []]);
    await expect(ben.send(get(`${list}/items(1)`))).rejects.toMatchObject({ status: 404 });
  });
});

it('a container registered by hand opens nothing but an open group’s place', async () => {
  for (const container of ['community', `person:${organisation.ids.anna}`, 'closed:7', 'x']) {
    const row = { [columns.slot]: `forged ${container}`, [columns.key]: JSON.stringify(container) };
    await ben.send(post(`${pathOf(registryList.name)}/items`, row));
    const { containers } = organisation.hostOf('ben');
    const rights = await containers.rights([`person:${organisation.ids.anna}`, 'closed:7', 'x']);
    expect([...rights.values()]).toEqual(['none', 'none', 'none']);
  }
});
