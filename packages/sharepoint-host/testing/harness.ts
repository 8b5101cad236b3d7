/** SharePoint as the contract judges it. */
import { afterAll, beforeAll } from 'vitest';
import { contractCollections } from '@kantine/host-contract';
import type { HostHarness, Role } from '@kantine/host-contract';
import type { Behaviours } from '@kantine/sharepoint-emulator';
import { sharePointUpkeep } from '../upkeep/index.ts';
import { post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import { fill } from './bulk.ts';
import { allCollections, makeTemplate, openFolder, openOrganisation } from './organisation.ts';
import type { Folder, Template } from './organisation.ts';
import { restrictor } from './restrict.ts';

/** Groups of the directory; the harness says who is in them, and the site does not. */
const others = {
  groups: ['Kitchen', 'Yard'].map((title) => ({ title, members: [] as string[] })),
};

async function letJoin(wire: Wire, groups: readonly string[]): Promise<void> {
  for (const logonName of groups) {
    const user = await wire.send<{ LoginName: string }>(post('web/ensureUser', { logonName }));
    await wire.send(post('web/associatedVisitorGroup/users', { LoginName: user.LoginName }));
  }
}

async function harnessOf(
  folder: Folder,
  template: Template,
  behaviours: Partial<Behaviours> = {},
): Promise<HostHarness> {
  const organisation = await openOrganisation(folder, template, behaviours, others);
  const { network, ids, clock } = organisation;
  const roleOf = (person: string): Role => {
    const role = (Object.keys(ids) as Role[]).find((each) => ids[each] === person);
    if (!role) throw new RangeError(`Nobody signs in as ${person}.`);
    return role;
  };
  return {
    people: ids,
    nobody: '99999',
    owner: organisation.hostOf('owner'),
    approver: organisation.hostOf('owner'),
    connect: (person, clockAhead = 0) =>
      organisation.hostOf(roleOf(person), { now: () => clock.now() + clockAhead }),
    upkeep: (person) =>
      sharePointUpkeep({
        ...organisation.contextOf(person === undefined ? 'owner' : roleOf(person)),
        collections: allCollections,
      }),
    fill: (container, records) =>
      fill(
        organisation,
        contractCollections.entries,
        container,
        records.map(({ key, fields }) => ({ author: 'anna', key, fields })),
      ),
    // The owner, whom the site's group of owners names.
    readersBeside: 1,
    restrict: restrictor(organisation),
    letGroupsRead: (groups) => letJoin(organisation.wireOf('owner'), Object.keys(groups)),
    inject: (fault) => network.inject(fault),
    heal: () => network.heal(),
    roundTrips: () => network.count(),
    advance: (milliseconds) => clock.advance(milliseconds),
    close: () => organisation.close(),
  };
}

/** Hooks of a test file. @returns makes the harness of a fresh organisation on the emulator. */
export function harnesses(): (behaviours?: Partial<Behaviours>) => Promise<HostHarness> {
  let folder: Folder;
  let template: Template;
  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder);
  });
  afterAll(() => folder.remove());
  return (behaviours) => harnessOf(folder, template, behaviours);
}
