import { beforeEach, describe, expect, it } from 'vitest';
import { personContainer } from '../kernel/container.ts';
import { organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { preferences } from './preference.ts';

let company: Organisation & { readonly group: string };
beforeEach(async () => {
  company = await organisationWithGroup();
});

const names = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);

describe('preferences', () => {
  it('are one’s own: nobody else is told of them or reads them', async () => {
    const { group } = company;
    await company.as('ada').preferences.mute({ group });
    await company.as('ada').preferences.block({ person: 'bram' });
    const own = await company.as('ada').preferences.read();
    expect(own.muted).toEqual([group]);
    expect(names(own.blocked)).toEqual(['bram']);
    expect(await company.as('bram').preferences.read()).toEqual({ muted: [], blocked: [] });
    await expect(
      company.host('bram').store.insert(preferences, personContainer('ada'), 'mute:x', {
        kind: 'mute',
        group: 'x',
        person: '',
      }),
    ).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('can be chosen twice, taken back, and taken back again', async () => {
    const { group } = company;
    const { mute, unmute, block, unblock, read } = company.as('ada').preferences;
    await mute({ group });
    await mute({ group });
    await block({ person: 'bram' });
    await unmute({ group });
    await unmute({ group });
    await unblock({ person: 'bram' });
    expect(await read()).toEqual({ muted: [], blocked: [] });
  });

  it('are not about oneself', async () => {
    await expect(company.as('ada').preferences.block({ person: 'ada' })).rejects.toMatchObject({
      tag: 'Invalid',
      data: { reason: 'yourself' },
    });
  });

  it('that do not fit their key count for nothing', async () => {
    const own = company.host('ada').store;
    const write = (key: string, fields: object) =>
      own.insert(preferences, personContainer('ada'), key, {
        kind: 'block',
        group: '',
        person: 'bram',
        ...fields,
      });
    await write('mute:bram', {});
    await write('block:daan', { person: 'bram' });
    await write('block:nobody', { kind: 'other' });
    expect(await company.as('ada').preferences.read()).toEqual({ muted: [], blocked: [] });
  });
});

describe('somebody whom one would rather not see', () => {
  it('is marked where they write, for oneself alone', async () => {
    const { group } = company;
    const bram = company.as('bram');
    const { id: post } = await bram.wall.post({ group, text: 'Hello', key: company.key() });
    await bram.wall.comment({ group, post, text: 'Anybody?', key: company.key() });
    await company.as('daan').wall.comment({ group, post, text: 'Yes', key: company.key() });
    await company.as('ada').preferences.block({ person: 'bram' });
    const [seen] = (await company.as('ada').wall.read({ group })).posts;
    expect(seen?.unwanted).toBe(true);
    expect(seen?.comments.map(({ unwanted }) => unwanted)).toEqual([true, undefined]);
    const { comments } = await company.as('ada').wall.comments({ group, post });
    expect(comments.map(({ unwanted }) => unwanted)).toEqual([true, undefined]);
    for (const other of ['bram', 'daan']) {
      const [post] = (await company.as(other).wall.read({ group })).posts;
      expect(JSON.stringify(post)).not.toContain('unwanted');
    }
  });

  it('is left out of the newest posts of all groups', async () => {
    const { group } = company;
    await company.as('bram').wall.post({ group, text: 'Hello', key: company.key() });
    await company.as('daan').wall.post({ group, text: 'Hi', key: company.key() });
    await company.as('ada').preferences.block({ person: 'bram' });
    const { posts } = await company.as('ada').wall.newest({ groups: [group] });
    expect(posts.map(({ text }) => text)).toEqual(['Hi']);
  });
});
