/** Requests for closed containers, of people as a page may name them. */
import { expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';

let organisation: Organisation;
eachInAnOrganisation((opened) => (organisation = opened));

it.each(['ben', '1 or AuthorId gt 0', '１２', ''.padEnd(200, '9')])(
  'are none of «%s», who is nobody, and nobody’s are ended',
  async (by) => {
    const draft = { name: 'Board', purpose: '', access: 'closed', key: 'key-of-a-draft' } as const;
    const anna = createCommunity(organisation.hostOf('anna'));
    const owner = createCommunity(organisation.hostOf('owner'));
    const { id: group } = await anna.groups.create(draft);
    await owner.groups.decline({ group, by });
    await expect(owner.groups.approve({ group, by })).rejects.toMatchObject({ tag: 'NotFound' });
    expect(await owner.groups.requests()).toHaveLength(1);
  },
);
