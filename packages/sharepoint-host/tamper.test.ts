/** A member with a REST client and patience changes nothing that colleagues see, and reads nothing more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collections,
  communityContainer,
  createCommunity,
  groupContainer,
  personContainer,
} from '@kantine/core';
import type { Collection, Community, ContainerId } from '@kantine/core';
import {
  columns,
  listName,
  ownerDigest,
  listSetOf,
  registryList,
  setupList,
  slotDigest,
} from './schema/index.ts';
import { fieldColumns } from './store/field-columns.ts';
import { shownBy, writeEverything } from './testing/everything.ts';
import type { Everything } from './testing/everything.ts';
import { forgeriesBy } from './testing/forgeries.ts';
import type { Forgery } from './testing/forgeries.ts';
import { makeTemplate, openFolder, openOrganisation } from './testing/organisation.ts';
import type { Folder, Organisation } from './testing/organisation.ts';
import { answerOf, get, merge, post } from './wire/index.ts';
import type { RestRequest, Wire } from './wire/index.ts';

let folder: Folder;
let organisation: Organisation;
let anna: Community;
/** Ben, who knows the REST API. */
let ben: Wire;
let written: Everything;

beforeAll(async () => {
  folder = await openFolder();
  organisation = await openOrganisation(folder, await makeTemplate(folder));
  anna = createCommunity(organisation.hostOf('anna'));
  const zoe = createCommunity(organisation.hostOf('zoe'));
  ben = organisation.wireOf('ben');
  written = await writeEverything({ anna, zoe }, organisation.ids);
});
afterAll(async () => {
  await organisation.close();
  await folder.remove();
});

/** All that Zoë sees. */
function seen(): Promise<unknown> {
  const { anna, ben, zoe } = organisation.ids;
  return shownBy(createCommunity(organisation.hostOf('zoe')), written, [anna, ben, zoe]);
}

function listOf(collection: Collection, container: ContainerId): string {
  const place = listSetOf(container, organisation.ids.ben) ?? 'person';
  if (typeof place !== 'string') throw new RangeError('A closed container has no such list.');
  return organisation.pathOf(listName(collection, place));
}

/** Writes a row as Kantine's adapter would, with whatever else the forger likes. */
async function forge({ collection, key: ownKey, fields, ...more }: Forgery): Promise<void> {
  const { container = communityContainer, as: author = organisation.ids.ben } = more;
  const row = {
    ...(await fieldColumns(collection, container, fields)),
    // Lists that small collections share came later, and have no such column.
    ...(collection.size === 'few'
      ? {}
      : { [columns.slot]: await slotDigest(container, author, ownKey, 0) }),
    [columns.owner]: await ownerDigest({ collection, container }, author, ownKey),
    [columns.key]: JSON.stringify(ownKey),
    ...more.columns,
  };
  await ben.send(post(`${listOf(collection, container)}/items`, row));
}

describe('a row written by hand changes nothing that colleagues see:', () => {
  const names = Object.keys(
    forgeriesBy({
      ids: {} as Organisation['ids'],
      group: '',
      post: { id: '', version: '' },
      topic: '',
    }),
  );

  it.each(names)('%s', async (name) => {
    const forgery = forgeriesBy({ ids: organisation.ids, ...written })[name];
    const before = await seen();
    await forge(forgery as Forgery);
    expect(await seen()).toEqual(before);
  });
});

describe('the lists themselves refuse', () => {
  const ownList = (): string => listOf(collections.posts, groupContainer(written.group));
  const item = (): string => `${ownList()}/items(${written.post.id})`;
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
      merge(`${organisation.pathOf(setupList.name)}/items(1)`, { Title: '{"schemaVersion":0}' }),
    'another summary through the form': () =>
      post(`${organisation.pathOf(setupList.name)}/items(1)/validateUpdateListItem`, {
        formValues: [{ FieldName: 'Title', FieldValue: '[]' }],
        bNewDocumentUpdate: true,
      }),
    'another version of the schema': () =>
      post(`${organisation.pathOf(setupList.name)}/items`, { [columns.slot]: 'schema-2' }),
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
    await anna.wall.markRead({ group: written.group, until: 5 });
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
    await ben.send(post(`${organisation.pathOf(registryList.name)}/items`, row));
    const { containers } = organisation.hostOf('ben');
    const rights = await containers.rights([`person:${organisation.ids.anna}`, 'closed:7', 'x']);
    expect([...rights.values()]).toEqual(['none', 'none', 'none']);
  }
});
