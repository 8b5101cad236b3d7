import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { communityContainer, createCommunity, rows } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { contractCollections, mark } from '@kantine/host-contract';
import { allLists, columns, setupList } from '../schema/index.ts';
import {
  allCollections,
  makeTemplate,
  openFolder,
  openOrganisation,
} from '../testing/organisation.ts';
import type { Folder, Organisation, Template } from '../testing/organisation.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';

const lists = allLists(allCollections);

describe('setting up a site', { timeout: 20_000 }, () => {
  let folder: Folder;
  let template: Template;
  let organisation: Organisation;
  /** A site that was set up in one go. */
  let whole: Record<string, object>;

  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder, 'nothing');
    organisation = await openOrganisation(folder, await makeTemplate(folder));
    whole = await shapes();
    await organisation.close();
  });
  afterAll(() => folder.remove());
  beforeEach(async () => {
    organisation = await openOrganisation(folder, template);
  });
  afterEach(() => organisation.close());

  interface Field {
    InternalName: string;
    Indexed: boolean;
    EnforceUniqueValues: boolean;
  }
  /** Everything about the lists that provisioning is responsible for, by their names. */
  async function shapes(): Promise<Record<string, object>> {
    const questions = lists.flatMap(({ name }) => [
      get(
        `${organisation.pathOf(name)}?$select=Hidden,ReadSecurity,WriteSecurity,HasUniqueRoleAssignments`,
      ),
      get(`${organisation.pathOf(name)}/fields?$select=InternalName,Indexed,EnforceUniqueValues`),
      get(`${organisation.pathOf(name)}/roleAssignments?$expand=RoleDefinitionBindings`),
    ]);
    const answers = await organisation.wireOf('owner').batch(questions);
    const shapeOf = (position: number): object => {
      const [list, fields, grants] = answers.slice(position * 3, position * 3 + 3);
      const found = answerOf<Record<string, unknown>>(list);
      const own = answerOf<Field[]>(fields).filter((field) =>
        /^(?:Kt|Author$|Modified$)/.test(field.InternalName),
      );
      return {
        hidden: found.Hidden,
        security: [found.ReadSecurity, found.WriteSecurity, found.HasUniqueRoleAssignments],
        fields: own.map((field) => [field.InternalName, field.Indexed, field.EnforceUniqueValues]),
        grants: answerOf<Grant[]>(grants).map((grant) => [
          grant.PrincipalId,
          grant.RoleDefinitionBindings.map(({ Name }) => Name),
        ]),
      };
    };
    return Object.fromEntries(lists.map(({ name }, position) => [name, shapeOf(position)]));
  }
  interface Grant {
    PrincipalId: number;
    RoleDefinitionBindings: { Name: string }[];
  }

  it('is what a visitor is told to ask an owner for', async () => {
    const anna = organisation.hostOf('anna');
    expect(await anna.setupState()).toEqual({
      kind: 'missing',
      canSetUp: false,
      owners: ['System Account'],
    });
    await expect(anna.provision()).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await organisation.hostOf('owner').setupState()).toMatchObject({
      kind: 'missing',
      canSetUp: true,
    });
  });

  it('S-B2: makes every list with its columns, indexes, settings and permissions, and none to its maker', async () => {
    await organisation.hostOf('owner').provision();
    expect(await organisation.hostOf('anna').setupState()).toEqual({ kind: 'ready' });
    const { KantineReactions, KantineReadMarks, KantineSetup } = await shapes();
    // Owners, members and visitors: nothing is left to the one person who set it up.
    const levels = (level: string): unknown[] =>
      ['Full Control', level, level].map((name) => [expect.any(Number) as unknown, [name]]);
    expect(KantineReactions).toMatchObject({
      hidden: true,
      security: [1, 2, true],
      fields: [
        ['Modified', true, false],
        ['Author', true, false],
        [columns.slot, true, false],
        [columns.owner, true, false],
        ['KtIndexByPost', true, false],
        ['KtIndexByTarget', true, false],
        ['KtIndexByOwner', true, false],
        [columns.key, false, false],
        [columns.fields, false, false],
        ...['KtIx1', 'KtIx2', 'KtIx3', 'KtIx4', 'KtIx5'].map((name) => [name, true, false]),
      ],
      grants: levels('Contribute'),
    });
    expect(KantineReadMarks).toMatchObject({ security: [2, 2, true] });
    expect(KantineSetup).toMatchObject({
      grants: levels('Read'),
    });
    const community = createCommunity(organisation.hostOf('ben'));
    const group = await community.groups.create({ name: 'Lunch', purpose: '' });
    expect(group).toMatchObject({ name: 'Lunch' });
  });

  it('refuses collections that contradict themselves or each other, and makes nothing of them', async () => {
    const { marks } = contractCollections;
    const provision = (...collections: readonly Collection[]) =>
      organisation.hostOf('owner', { collections }).provision();
    const lost = { ...marks, about: { of: 'records', ids: { nowhere: 'shelf' } } } as const;
    await expect(provision(lost)).rejects.toThrow('about «nowhere»');
    const unkept = { ...marks, privacy: { ...marks.privacy, keep: 'with' } } as const;
    await expect(provision(unkept)).rejects.toThrow('kept «with» records');
    expect(await organisation.hostOf('owner').setupState()).toMatchObject({ kind: 'missing' });
  });

  it('twice changes nothing', async () => {
    const owner = organisation.hostOf('owner');
    await owner.provision();
    await owner.provision();
    expect(await shapes()).toEqual(whole);
  });

  it.each([
    { step: 'the lists', match: /^POST .*web\/lists$/, passing: 4 },
    { step: 'the columns', match: /createFieldAsXml/, passing: 17 },
    { step: 'the breaking of inheritance', match: /breakRoleInheritance/, passing: 3 },
    { step: 'the permissions', match: /addRoleAssignment/, passing: 9 },
  ])('goes on where it broke off, during $step', async ({ match, passing }) => {
    const owner = organisation.hostOf('owner');
    // Some operations pass, and all that follow fail, as when a page is closed half-way.
    organisation.sharePoint.faults.next({ match, inBatch: true, latency: 0 }, passing);
    const heal = organisation.sharePoint.faults.always({ match, inBatch: true, status: 500 });
    await expect(owner.provision()).rejects.toThrow();
    expect(await organisation.hostOf('anna').setupState()).toMatchObject({ kind: 'missing' });
    heal();
    await owner.provision();
    expect(await shapes()).toEqual(whole);
  });

  it('survives a busy server', async () => {
    const owner = organisation.hostOf('owner');
    organisation.sharePoint.faults.next({ match: /\$batch/, status: 429, retryAfter: 1 });
    organisation.sharePoint.faults.next(
      { match: /createFieldAsXml/, inBatch: true, status: 503 },
      3,
    );
    await owner.provision();
    expect(await owner.setupState()).toEqual({ kind: 'ready' });
  });

  it('is done by a second press after an answer was lost', async () => {
    const { faults } = organisation.sharePoint;
    // Two batches ask who reads the site; the next makes a list and protects it.
    faults.next({ match: /\$batch/, latency: 0 }, 2);
    faults.next({ match: /\$batch/, drop: 'after' });
    const owner = organisation.hostOf('owner');
    await expect(owner.provision()).rejects.toMatchObject({ tag: 'Offline' });
    await owner.provision();
    expect(await owner.setupState()).toEqual({ kind: 'ready' });
  });

  it('mends what an earlier version or an owner left different, and keeps the rows', async () => {
    const { marks } = contractCollections;
    const owner = organisation.hostOf('owner');
    await owner.provision();
    const anna = organisation.hostOf('anna');
    const { record } = await anna.store.insert(
      marks,
      communityContainer,
      'a',
      mark({ shelf: 'top', mood: '' }),
    );
    const wire = organisation.wireOf('owner');
    const list = organisation.pathOf('KantineContractMarks');
    await wire.send(merge(list, { WriteSecurity: 1, ReadSecurity: 2 }));
    await wire.send(
      merge(`${list}/fields/getByInternalNameOrTitle('KtIndexByShelf')`, { Indexed: false }),
    );
    await wire.send(
      merge(`${organisation.pathOf(setupList.name)}/items(1)`, {
        [columns.fields]: JSON.stringify({ schemaVersion: 2 }),
      }),
    );
    expect(await owner.setupState()).toMatchObject({ kind: 'outdated' });
    await owner.provision();
    expect(await owner.setupState()).toEqual({ kind: 'ready' });
    expect(await shapes()).toEqual(whole);
    const query = { container: communityContainer, index: 'byShelf', eq: 'top' } as const;
    const [{ records }] = await anna.store.read([
      rows(marks, { ...query, order: 'ascending', limit: 9 }),
    ]);
    expect(records).toEqual([record]);
  });

  it('T15: refuses a list that a member made beforehand, whatever is in it, and says which', async () => {
    const ben = organisation.wireOf('ben');
    const list = 'KantineContractMarks';
    await ben.send(post('web/lists', { Title: list, BaseTemplate: 100, EnableVersioning: true }));
    const owner = organisation.hostOf('owner');
    await expect(owner.provision()).rejects.toMatchObject({
      tag: 'Conflict',
      message: expect.stringContaining(list) as string,
    });
    expect(await owner.setupState()).toMatchObject({ kind: 'missing', refused: [list] });
    // The owner does as they are told.
    await organisation.wireOf('owner').send(post(`${organisation.pathOf(list)}/recycle`));
    await owner.provision();
    expect(await owner.setupState()).toEqual({ kind: 'ready' });
    expect(await shapes()).toEqual(whole);
  });

  it('T15: gives a list that an owner protected every setting that it needs', async () => {
    const ben = organisation.wireOf('ben');
    const list = 'KantineContractMarks';
    const wrong = {
      EnableVersioning: true,
      NoCrawl: false,
      ForceCheckout: true,
      ContentTypesEnabled: true,
      EnableFolderCreation: true,
      IrmEnabled: true,
    };
    await ben.send(post('web/lists', { Title: list, BaseTemplate: 100, ...wrong }));
    await organisation
      .wireOf('owner')
      .send(
        post(
          `${organisation.pathOf(list)}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`,
        ),
      );
    await organisation.hostOf('owner').provision();
    const names =
      'NoCrawl,EnableVersioning,EnableAttachments,EnableModeration,ValidationFormula,ForceCheckout,ContentTypesEnabled,EnableFolderCreation,IrmEnabled';
    expect(
      await organisation.wireOf('owner').send(get(`${organisation.pathOf(list)}?$select=${names}`)),
    ).toMatchObject({
      NoCrawl: true,
      EnableVersioning: false,
      EnableAttachments: false,
      EnableModeration: false,
      ValidationFormula: null,
      ForceCheckout: false,
      ContentTypesEnabled: false,
      EnableFolderCreation: false,
      IrmEnabled: false,
    });
  });

  it('T15: takes no setup row from a member that would call the site ready', async () => {
    const ben = organisation.wireOf('ben');
    await ben.send(post('web/lists', { Title: setupList.name, BaseTemplate: 100 }));
    const fields = { Title: columns.fields, FieldTypeKind: 3 };
    await ben.send(post(`${organisation.pathOf(setupList.name)}/fields`, fields));
    await ben.send(
      post(`${organisation.pathOf(setupList.name)}/items`, { [columns.fields]: '{}' }),
    );
    const owner = organisation.hostOf('owner');
    expect(await owner.setupState()).toMatchObject({ refused: [setupList.name] });
    await expect(owner.provision()).rejects.toMatchObject({ tag: 'Conflict' });
  });

  it('leaves a list alone whose columns hold something else', async () => {
    const ben = organisation.wireOf('ben');
    const list = 'KantineContractMarks';
    await ben.send(post('web/lists', { Title: list, BaseTemplate: 100 }));
    const number = { Title: columns.key, FieldTypeKind: 9 };
    await ben.send(post(`${organisation.pathOf(list)}/fields`, number));
    // As a list that an owner made by hand: else it would be refused before anybody looked into it.
    await organisation
      .wireOf('owner')
      .send(
        post(
          `${organisation.pathOf(list)}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`,
        ),
      );
    const owner = organisation.hostOf('owner');
    await expect(owner.provision()).rejects.toMatchObject({ tag: 'Conflict' });
    expect(await owner.setupState()).toMatchObject({ kind: 'missing' });
  });

  it('is out of a member’s hands: the version cannot be forged', async () => {
    await organisation.hostOf('owner').provision();
    const change = merge(`${organisation.pathOf(setupList.name)}/items(1)`, {
      [columns.fields]: '{}',
    });
    await expect(organisation.wireOf('ben').send(change)).rejects.toMatchObject({ status: 403 });
  });
});
