/**
 * An owner of the site who loses that office in the middle of approving a closed group. SharePoint leaves
 * them what they made themselves until somebody takes it away: site groups, and Full Control of lists.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedContainer, collection, rows } from '@kantine/core';
import { breakOffAfter } from '../testing/break-off.ts';
import { closedPaths, closedRow } from '../testing/closed.ts';
import { testFacts } from '../testing/facts.ts';
import { makeTemplate, openFolder, openOrganisation } from '../testing/organisation.ts';
import type { Actor, Folder, Organisation, Template } from '../testing/organisation.ts';
import { strangerIn } from '../testing/stranger.ts';
import { answerOf, get, post } from '../wire/index.ts';
import { sharePointHost } from '../host.ts';
import { groupPath } from './site-groups.ts';

const notes = collection({
  ...testFacts,
  name: 'notes',
  keptIn: ['community', 'closed'],
  fields: { words: { type: 'text', max: 200 } },
  indexes: { recent: { order: 'created' } },
});
const collections = [notes];
const group = closedContainer('12');
const newest = { container: group, index: 'recent', order: 'ascending', limit: 9 } as const;

let folder: Folder;
let template: Template;

beforeAll(async () => {
  folder = await openFolder();
  const setUp = await makeTemplate(folder, (context) =>
    sharePointHost({ ...context, collections }).provision(),
  );
  const organisation = await openOrganisation(folder, setUp);
  const anna = organisation.hostOf('anna', { collections });
  await anna.containers.createClosed(group, 'Ours');
  template = { ...setUp, file: await organisation.keep() };
});
afterAll(() => folder.remove());

/** Zoë becomes an owner of the site, or is one no more. */
async function office({ wireOf, ids }: Organisation, isOwner: boolean): Promise<void> {
  const users = 'web/associatedOwnerGroup/users';
  const step = isOwner
    ? post(users, { LoginName: 'i:0#.f|membership|zoe@contoso.test' })
    : post(`${users}/removeById(${ids.zoe})`);
  await wireOf('owner').send(step);
}

/** The people in the two site groups of the group. */
async function inside(organisation: Organisation): Promise<readonly (readonly string[])[]> {
  const { members = 0, stewards = 0 } = await closedRow(organisation, group);
  const outcomes = await organisation
    .wireOf('owner')
    .batch([members, stewards].map((id) => get(`${groupPath(id)}/users?$select=Id`)));
  return outcomes.map((each) => answerOf<{ Id: number }[]>(each).map(({ Id }) => String(Id)));
}

/** Who has a right to a list of the group as a person, and not through a site group. */
async function personal(organisation: Organisation): Promise<readonly unknown[]> {
  const paths = await closedPaths(organisation, group);
  const asked = paths.map((path) => get(`${path}/roleAssignments?$expand=Member`));
  const outcomes = await organisation.wireOf('owner').batch(asked);
  return outcomes.flatMap((each) =>
    answerOf<{ Member: { PrincipalType: number; Title: string } }[]>(each)
      .filter(({ Member }) => Member.PrincipalType === 1)
      .map(({ Member }) => Member.Title),
  );
}

/** @returns whether Zoë's approval was whole before she lost her office */
async function losesOffice(writes: number): Promise<boolean> {
  const organisation = await openOrganisation(folder, template);
  const where = `after ${writes} writes`;
  const hostOf = (actor: Actor) => organisation.hostOf(actor, { collections });
  const approve = (actor: Actor) => hostOf(actor).containers.approve(group, organisation.ids.anna);
  try {
    await office(organisation, true);
    const off = breakOffAfter(organisation.sharePoint, writes);
    const isWhole = await approve('zoe').then(
      () => true,
      () => false,
    );
    off.heal();
    await office(organisation, false);
    const stranger = strangerIn(organisation, 'zoe');
    await stranger.intrude();

    if (!isWhole) await approve('owner');
    const { anna } = organisation.ids;
    expect(await inside(organisation), where).toEqual([[anna], [anna]]);
    expect(await personal(organisation), where).toEqual([]);
    expect(await stranger.left(group), where).toEqual([]);
    await hostOf('anna').store.insert(notes, group, 'a', { words: 'Between us' });
    expect(await stranger.intrude(), where).toEqual([]);
    const [{ records }] = await hostOf('anna').store.read([rows(notes, newest)]);
    expect(
      records.map(({ fields }) => fields.words),
      where,
    ).toEqual(['Between us']);
    return isWhole;
  } finally {
    await organisation.close();
  }
}

describe('an owner who lost that office in the middle of an approval', { timeout: 60_000 }, () => {
  it('T3: keeps no right to the group, leaves nothing in it, and is in nobody’s way', async () => {
    let writes = 2;
    while (!(await losesOffice(writes))) writes += 4;
    expect(writes).toBeGreaterThan(30);
  });
});
