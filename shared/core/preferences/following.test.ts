/** Following a post: new comments on it wait for who follows it, and nobody else is told of that. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { personContainer } from '../kernel/container.ts';
import { rows } from '../kernel/query.ts';
import { countingHost } from '../testing/counting-host.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { followedIn } from './following.ts';
import { preferences } from './preference.ts';

let company: Organisation & { readonly group: string };
let group: string;
let post: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  ({ id: post } = await write('bram', 'Where do we eat on Friday?'));
});

async function write(by: string, text: string, within = group) {
  company.clock.advance(minute);
  return company.as(by).wall.post({ group: within, text, key: company.key() });
}
async function comment(by: string, text: string, on = post, within = group) {
  company.clock.advance(minute);
  return company.as(by).wall.comment({ group: within, post: on, text, key: company.key() });
}
const ada = () => company.as('ada');
const lines = async (person = 'ada') =>
  (await company.as(person).catchUp.forYou()).lines.map(
    ({ by, why, about = '' }) => `${by.id} ${why} ${about}`,
  );

describe('a post that somebody follows', () => {
  it('has its new comments by others wait for them alone, until they follow it no more', async () => {
    await comment('chloe', 'Before');
    company.clock.advance(minute);
    await ada().preferences.follow({ group, post });
    await ada().preferences.follow({ group, post });
    expect(await ada().preferences.follows({ group, post })).toBe(true);
    await comment('chloe', 'At the market');
    await comment('ada', 'Fine');
    await comment('bram', 'Good');
    expect(await lines()).toEqual([
      'bram followed Where do we eat on Friday?',
      'chloe followed Where do we eat on Friday?',
    ]);
    expect(await lines('daan')).toEqual([]);
    await ada().preferences.unfollow({ group, post });
    await ada().preferences.unfollow({ group, post });
    expect(await ada().preferences.follows({ group, post })).toBe(false);
    expect(await lines()).toEqual([]);
  });

  it('has a comment that answers or names them once, for that reason', async () => {
    await ada().preferences.follow({ group, post });
    const own = await write('ada', 'Soup?');
    await ada().preferences.follow({ group, post: own.id });
    await comment('chloe', 'Yes', own.id);
    await comment('daan', 'See @[ada]');
    expect(await lines()).toEqual(['daan mentioned ', 'chloe commented ']);
  });

  it('tells of no deleted or hidden comment, and of none on a post that is', async () => {
    await company.as('daan').preferences.follow({ group, post });
    const gone = await comment('chloe', 'Oops');
    const hidden = await comment('emre', 'Rude');
    const ref = (kind: 'post' | 'comment', id: string) => ({ group, kind, id });
    const { version } = gone;
    await company.as('chloe').wall.remove({ ...ref('comment', gone.id), version, reason: '' });
    const hide = { reason: 'a good reason', key: company.key() };
    await ada().stewards.hide({ ...ref('comment', hidden.id), ...hide });
    expect(await lines('daan')).toEqual([]);
    await comment('chloe', 'At the market');
    expect(await lines('daan')).toHaveLength(1);
    await ada().stewards.hide({
      ...ref('post', post),
      reason: 'a good reason',
      key: company.key(),
    });
    expect(await lines('daan')).toEqual([]);
  });

  it('is silent where the group is muted, the author blocked, or the group not theirs any more', async () => {
    await ada().preferences.follow({ group, post });
    await comment('chloe', 'At the market');
    await ada().preferences.block({ person: 'chloe' });
    expect(await lines()).toEqual([]);
    await ada().preferences.unblock({ person: 'chloe' });
    await ada().preferences.mute({ group });
    expect(await lines()).toEqual([]);
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: board } = await company.as('chloe').groups.create(closed);
    await company.as('chloe').groups.admit({ group: board, person: 'ada', role: 'member' });
    const inside = await write('chloe', 'Numbers', board);
    await ada().preferences.follow({ group: board, post: inside.id });
    await company
      .as('chloe')
      .wall.comment({ group: board, post: inside.id, text: 'More', key: company.key() });
    expect(await lines()).toEqual([]);
    await comment('chloe', 'Even more', inside.id, board);
    expect(await lines()).toHaveLength(1);
    await company.as('chloe').groups.expel({ group: board, person: 'ada' });
    expect(await company.as('ada').catchUp.forYou()).toMatchObject({ lines: [], failed: 0 });
  });

  it('costs no round trip more than what waits anyway', async () => {
    await ada().preferences.follow({ group, post });
    await comment('chloe', 'At the market');
    const { host, reads } = countingHost(company.host('ada'));
    expect((await createCommunity(host).catchUp.forYou()).lines).toHaveLength(1);
    expect(reads).toHaveLength(3);
  });

  it('is shown in one short line, with nobody’s id and no half of a character', async () => {
    const long = await write('bram', `@[daan],\n\nlook: ${'🍲'.repeat(60)}`);
    await ada().preferences.follow({ group, post: long.id });
    await comment('chloe', 'Yes', long.id);
    const [line = ''] = await lines();
    expect(line).toMatch(/^chloe followed @…, look: (?:🍲)+…$/u);
    expect(line.length).toBeLessThan(80);
  });

  it('is one of at most sixty, the newest', async () => {
    await ada().preferences.follow({ group, post });
    for (let turn = 0; turn < 60; turn += 1) {
      company.clock.advance(minute);
      await ada().preferences.follow({ group, post: `other-${turn}` });
    }
    await comment('chloe', 'At the market');
    expect(await lines()).toEqual([]);
  });
});

describe('the rows of who follows what', () => {
  it('are read by nobody else, nor by an operation that tells of preferences', async () => {
    await ada().preferences.follow({ group, post });
    expect(await ada().preferences.read()).toEqual({ muted: [], blocked: [] });
    const query = {
      container: personContainer('ada'),
      index: 'byKind',
      eq: 'follow',
      order: 'descending',
      limit: 60,
    } as const;
    await expect(company.host('bram').store.read([rows(preferences, query)])).rejects.toMatchObject(
      { tag: 'Forbidden' },
    );
  });

  it('say nothing unless they fit their key, whatever they hold', () => {
    const stamp = {
      id: '1',
      author: 'ada',
      container: 'person:ada',
      created: 1,
      modified: 1,
      version: '1',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(
          'follow:g/1',
          'follow:g/',
          'follow:/1',
          'mute:g',
          'follow:g',
          'follow:gg/1',
          '',
        ),
        fc.constantFrom('follow', 'mute', '', null),
        fc.constantFrom('g', 'gg', '', 7),
        (key, kind, of) => {
          const fields = { kind, group: of, person: '' } as never;
          const found = followedIn([{ ...stamp, key, fields }]);
          const isFit =
            kind === 'follow' && typeof of === 'string' && key.startsWith(`follow:${of}/`);
          expect(found.length).toBe(isFit && !key.endsWith('/') ? 1 : 0);
          for (const each of found) expect(`follow:${each.group}/${each.post}`).toBe(key);
        },
      ),
    );
  });
});
