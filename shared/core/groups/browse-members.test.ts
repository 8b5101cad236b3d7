import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { communityContainer } from '../kernel/container.ts';
import type { DirectoryPerson } from '../kernel/ports.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { memberships } from './collections.ts';
import type { MemberPage } from './browse-members.ts';

const crowd: readonly DirectoryPerson[] = Array.from({ length: 45 }, (_, at) => ({
  id: `p${String(at).padStart(2, '0')}`,
  name: `Person ${at}`,
  active: true,
}));

let company: Organisation;
let group: string;
beforeEach(async () => {
  company = organisation([...directoryPeople, ...crowd]);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch', purpose: '' }));
});

async function everybodyJoins(): Promise<void> {
  for (const { id } of crowd) {
    company.clock.advance(minute);
    await company.as(id).groups.join({ group });
  }
}

const browse = (cursor?: string): Promise<MemberPage> =>
  company.as('bram').groups.browseMembers({ group, ...(cursor === undefined ? {} : { cursor }) });
const idsOf = ({ people }: MemberPage) => people.map(({ id }) => id);

describe('who is in an open group', () => {
  it('is told page by page, those who joined last first, each of them once', async () => {
    await everybodyJoins();
    const first = await browse();
    expect(idsOf(first)).toEqual(
      crowd
        .map(({ id }) => id)
        .toReversed()
        .slice(0, 30),
    );
    expect(first.people[0]).toMatchObject({ name: 'Person 44', active: true });
    const second = await browse(first.cursor);
    expect([...idsOf(first), ...idsOf(second)]).toEqual([
      ...crowd.map(({ id }) => id).toReversed(),
      'ada',
    ]);
    expect(second.cursor).toBeUndefined();
  });

  it('costs one question to the store, however many they are', async () => {
    await everybodyJoins();
    const { host, reads } = countingHost(company.host('bram'));
    await createCommunity(host).groups.browseMembers({ group });
    expect(reads).toHaveLength(1);
  });

  it('is whoever wrote it: rows about others are left out and counted', async () => {
    const { write } = forger(company);
    await write(memberships, communityContainer, group, { group, person: 'chloe' });
    await write(memberships, communityContainer, 'by hand', { group, person: 'emre' });
    const page = await browse();
    expect(idsOf(page)).toEqual(['ada']);
    expect(page.dropped).toBe(2);
  });

  it('hides nobody behind forty rows that somebody wrote by hand', async () => {
    const { write } = forger(company);
    for (let turn = 0; turn < 40; turn += 1) {
      await write(memberships, communityContainer, `row ${turn}`, { group, person: 'emre' });
    }
    expect(idsOf(await browse())).toEqual(['ada']);
  });

  it('is refused of a closed group, whose members are told otherwise', async () => {
    const closed = { name: 'Den', purpose: '', access: 'closed' } as const;
    const { id } = await company.as('ada').groups.create(closed);
    for (const reader of ['ada', 'bram']) {
      await expect(company.as(reader).groups.browseMembers({ group: id })).rejects.toThrow();
    }
  });
});
