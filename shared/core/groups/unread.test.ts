import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { posts } from '../wall/message.ts';
import { day, minute, organisation, wednesday } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const start = async (name: string, access: 'open' | 'closed' = 'open') => {
  const { id } = await company.as('ada').groups.create({ name, purpose: '', access });
  company.clock.advance(minute);
  return id;
};

async function post(person: string, group: string, text = 'Soup'): Promise<void> {
  company.clock.advance(minute);
  await company.as(person).wall.post({ group, text, key: company.key() });
}

const unread = (person: string, ...groups: readonly string[]) =>
  company.as(person).groups.unread({ groups });

describe('what is new in groups', () => {
  it('are posts by others since one joined, and since one read', async () => {
    const lunch = await start('Lunch');
    const tools = await start('Tools', 'closed');
    await company.as('ada').groups.admit({ group: tools, person: 'bram', role: 'member' });
    await company.as('ada').groups.join({ group: lunch });
    await post('bram', lunch);
    await post('ada', lunch);
    await post('bram', tools);
    await post('bram', tools);
    expect(await unread('ada', lunch, tools)).toEqual([
      { group: lunch, count: 1, isMore: false },
      { group: tools, count: 2, isMore: false },
    ]);
    await company.as('ada').wall.markRead({ group: lunch, until: company.clock.now() });
    await post('bram', lunch);
    expect(await unread('ada', lunch)).toEqual([{ group: lunch, count: 1, isMore: false }]);
    expect(await unread('bram', tools)).toEqual([]);
  });

  it('are none where one muted the group, nor by whom one blocked', async () => {
    const lunch = await start('Lunch');
    await post('bram', lunch);
    await post('daan', lunch);
    await company.as('ada').preferences.block({ person: 'bram' });
    expect(await unread('ada', lunch)).toEqual([{ group: lunch, count: 1, isMore: false }]);
    await company.as('ada').preferences.mute({ group: lunch });
    expect(await unread('ada', lunch)).toEqual([]);
    await company.as('ada').preferences.unmute({ group: lunch });
    expect(await unread('ada', lunch)).toHaveLength(1);
  });

  it('are «twenty or more» from there on, and never a wrong number where others flood', async () => {
    const busy = await start('Busy');
    const quiet = await start('Quiet');
    await post('bram', quiet);
    for (let each = 0; each < 21; each += 1) await post('bram', busy, `Soup ${each}`);
    expect(await unread('ada', busy, quiet)).toEqual([
      { group: busy, count: 20, isMore: true },
      { group: quiet, count: 1, isMore: false },
    ]);
    for (let each = 0; each < 300; each += 1) {
      await company.host('bram').store.insert(posts, groupContainer(busy), `junk ${each}`, {
        text: 'Soup',
        edited: false,
        deleted: false,
        reason: '',
        kind: 'post',
        topic: '',
        unsure: false,
      });
    }
    // The post of the quiet group is beyond what is looked at: it shows no number.
    expect(await unread('ada', busy, quiet)).toEqual([{ group: busy, count: 20, isMore: true }]);
  });

  it('are told of no group that one may not read', async () => {
    const secret = await start('Board', 'closed');
    await post('ada', secret);
    expect(await unread('bram', secret, 'closed:none', 'none')).toEqual([]);
  });

  it('are none after a month away but those of the last thirty days', async () => {
    const lunch = await start('Lunch');
    await post('bram', lunch);
    company.clock.advance(40 * day);
    await post('bram', lunch);
    expect(await unread('ada', lunch)).toEqual([{ group: lunch, count: 1, isMore: false }]);
  });

  it('are those that a recount of all posts finds, whatever happened', async () => {
    const people = ['ada', 'bram', 'daan'] as const;
    const steps = fc.array(
      fc.record({
        by: fc.constantFrom(...people),
        what: fc.constantFrom('post', 'read'),
        at: fc.nat(1),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        company = organisation();
        company.clock.set(wednesday);
        const groups = [await start('Lunch'), await start('Tools')];
        const news = new Map<string, number>();
        for (const { by, what, at } of all) {
          const group = groups[at] as string;
          if (what === 'post') {
            await post(by, group);
            for (const other of people) {
              const key = `${other} ${group}`;
              if (other !== by) news.set(key, (news.get(key) ?? 0) + 1);
            }
          } else {
            await company.as(by).wall.markRead({ group, until: company.clock.now() });
            news.delete(`${by} ${group}`);
          }
        }
        for (const person of people) {
          const found = await unread(person, ...groups);
          const expected = groups.flatMap((group) => {
            const count = Math.min(20, news.get(`${person} ${group}`) ?? 0);
            return count === 0 ? [] : [[group, count]];
          });
          expect(found.map(({ group, count }) => [group, count])).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
