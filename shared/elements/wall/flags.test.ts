/** What a host declares chooses sentences: no field promises what its host does not keep. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cast, expectAccessible, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import '../groups/define.ts';
import './define.ts';

const both = [true, false] as const;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  await userEvent.click(button(name).first());
};

/** Who reads reports, in the words of the form. */
const readers = {
  owners: 'Only the owners of this site read what you report.',
  'owners-in-it': 'Only owners of this site who are in this group read what you report.',
  administrators: 'Only the administrators of this space read what you report.',
  stewards: 'Only the stewards of this group read what you report.',
} as const;
const others = (reader: keyof typeof readers): string[] =>
  Object.values(readers).filter((text) => text !== readers[reader]);

const decisions = both.flatMap((holdsBack) =>
  both.flatMap((parts) =>
    (['owners', 'stewards'] as const).map((closedLetters) => ({ holdsBack, parts, closedLetters })),
  ),
);

describe.each(decisions)(
  'where hidden words are kept back: $holdsBack, with parts: $parts, letters of closed groups to $closedLetters',
  (flags) => {
    const { holdsBack, parts, closedLetters } = flags;
    const open = (): Promise<Stage> => {
      const supports = { closedLetters, holdsBack, ...(parts ? { parts: true as const } : {}) };
      return stage('bram', { supports });
    };

    async function reportIn(company: Stage, group: string, reader: keyof typeof readers) {
      const wall = await mount('kantine-wall', { community: company.reader, group });
      await press('More');
      await press('Report…');
      await expect.element(page.getByRole('form', { name: 'Report' })).toBeVisible();
      await expect.poll(() => shownText(wall)).toContain(readers[reader]);
      for (const other of others(reader)) expect(shownText(wall)).not.toContain(other);
      return wall;
    }

    it('a report says who reads it, in an open group', async () => {
      const company = await open();
      await company.post('anna', 'Foo left us');
      const wall = await reportIn(company, company.group, parts ? 'administrators' : 'owners');
      await expectAccessible(wall);
    });

    it.each(['closed', 'secret'] as const)(
      'a report says who reads it, in a group that is %s',
      async (access) => {
        const company = await open();
        const about = { name: 'Council', purpose: '', access, key: company.reader.newKey() };
        const { id: group } = await company.reader.groups.create(about);
        await company.reader.groups.admit({ group, person: cast.anna.id, role: 'member' });
        const key = company.reader.newKey();
        await company.as('anna').wall.post({ group, text: 'Foo left us', key });
        const isForOwnersInside = access === 'secret' && closedLetters === 'owners';
        await reportIn(company, group, isForOwnersInside ? 'owners-in-it' : closedLetters);
      },
    );

    it('who hides something is told whether it stays in a list', async () => {
      const company = await open();
      await company.post('anna', 'Foo left us');
      const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
      await press('More');
      await press('Hide…');
      await expect.element(page.getByRole('form', { name: 'Hide this message' })).toBeVisible();
      expect(shownText(wall).includes('can still find it')).toBe(!holdsBack);
    });
  },
);

const memberships = (['self', 'asked'] as const).flatMap((leaving) =>
  (['stewards', 'owners'] as const).flatMap((asking) =>
    both.map((ownersApprove) => ({ leaving, asking, ownersApprove })),
  ),
);

describe.each(memberships)(
  'where leaving is by $leaving, asking is by $asking, owners approve: $ownersApprove',
  ({ leaving, asking, ownersApprove }) => {
    const open = async () => {
      const owners = ownersApprove ? { owners: ['chika'] as const } : {};
      const company = await stage('anna', { leaving, asking, ...owners });
      const bram = company.as('bram');
      const draft = { name: 'Council', purpose: '', access: 'closed', key: bram.newKey() } as const;
      const { id: group } = await bram.groups.create(draft);
      if (ownersApprove) {
        await company.as('chika').groups.approve({ group, by: cast.bram.id });
        await bram.groups.create(draft);
      }
      return { company, group };
    };

    it('asking to be let in says who reads it', async () => {
      const { company } = await open();
      const element = await mount('kantine-groups', { community: company.reader });
      await press('Ask to join: Council');
      const byOwners = 'An owner of this site passes it on';
      const byStewards = 'Its stewards read it, and nobody else.';
      await expect
        .poll(() => shownText(element))
        .toContain(asking === 'owners' ? byOwners : byStewards);
      expect(shownText(element)).not.toContain(asking === 'owners' ? byStewards : byOwners);
      await expectAccessible(element);
    });

    it('leaving says who takes one out', async () => {
      const { company, group } = await open();
      await company.as('bram').groups.admit({ group, person: cast.anna.id, role: 'member' });
      const element = await mount('kantine-groups', { community: company.reader });
      await press('Leave: Council');
      const asked = 'Here a steward has to take you out.';
      await expect.poll(() => shownText(element).includes(asked)).toBe(leaving === 'asked');
    });

    it('starting a closed group says whether an owner makes it', async () => {
      const { company } = await open();
      const element = await mount('kantine-groups', { community: company.reader });
      await press('Start a group');
      await userEvent.fill(page.getByRole('textbox', { name: 'What is it called?' }), 'Choir');
      await userEvent.click(page.getByRole('radio', { name: /^Closed/ }));
      await press('Start group');
      const asked = 'An owner of this site has been asked';
      const made = 'Choir';
      await expect.poll(() => shownText(element)).toContain(ownersApprove ? asked : made);
      expect(shownText(element).includes(asked)).toBe(ownersApprove);
    });
  },
);
