import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { groupContainer } from '../kernel/container.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { posts } from './message.ts';

let company: Organisation & { readonly group: string };
let running: string;

async function post(person: string, group: string, text: string): Promise<string> {
  company.clock.advance(minute);
  return (await company.as(person).wall.post({ group, text, key: company.key() })).id;
}

beforeEach(async () => {
  company = await organisationWithGroup();
  ({ id: running } = await company.as('bram').groups.create({ name: 'Running', purpose: '' }));
});

const read = (person = 'daan', groups = [company.group, running]) =>
  company.as(person).wall.newest({ groups });

describe('the newest posts of several groups', () => {
  it('come newest first, with their group and how many answered and reacted', async () => {
    const lunch = await post('ada', company.group, 'Lunch?');
    await post('bram', running, 'Five kilometres');
    const of = { group: company.group, post: lunch };
    await company.as('bram').wall.comment({ ...of, text: 'Yes', key: company.key() });
    const message = { group: company.group, kind: 'post', id: lunch } as const;
    await company.as('bram').wall.react({ message, post: lunch, kind: 'like' });
    expect(await read()).toMatchObject({
      posts: [
        { group: running, text: 'Five kilometres', comments: 0, reactions: 0 },
        { group: company.group, text: 'Lunch?', author: { id: 'ada' }, comments: 1, reactions: 1 },
      ],
      dropped: 0,
    });
  });

  it('leave room for quiet groups, and take three requests however many groups there are', async () => {
    await post('bram', running, 'Five kilometres');
    for (let number = 0; number < 30; number += 1) await post('ada', company.group, `${number}`);
    const { host, reads } = countingHost(company.host('daan'));
    const { posts: shown } = await createCommunity(host).wall.newest({
      groups: [company.group, running],
    });
    expect(shown.map(({ text }) => text)).toEqual(['29', '28', '27', '26', 'Five kilometres']);
    expect(reads.length).toBeLessThanOrEqual(2);
  });

  it('say nothing of groups that the reader may not read', async () => {
    const { id } = await company
      .as('ada')
      .groups.create({ name: 'Board', purpose: '', access: 'closed' });
    await post('ada', id, 'Hush');
    expect(await read('daan', [id, 'closed:secret-none', running])).toEqual({
      posts: [],
      dropped: 0,
    });
    expect((await read('ada', [id])).posts).toMatchObject([{ text: 'Hush' }]);
  });

  it('count rows that no widget wrote, and show none of them', async () => {
    await post('ada', company.group, 'Lunch?');
    company.clock.advance(minute);
    const container = groupContainer(company.group);
    await forger(company).write(posts, container, 'forged', { text: 5 });
    const { posts: shown, dropped } = await read();
    expect([shown.map(({ text }) => text), dropped]).toEqual([['Lunch?'], 1]);
  });
});
