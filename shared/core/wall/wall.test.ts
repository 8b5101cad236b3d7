import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { countingHost } from '../testing/counting-host.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation & { readonly group: string };
let group: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  group = company.group;
});

const post = (person: string, text: string) => {
  company.clock.advance(minute);
  return company.as(person).wall.post({ group, text, key: company.key() });
};
const comment = (person: string, on: string, text: string, parent?: string) => {
  company.clock.advance(minute);
  return company.as(person).wall.comment({ group, post: on, parent, text, key: company.key() });
};
const wall = (person = 'chloe') => company.as(person).wall.read({ group });

describe('a wall', () => {
  it('shows posts newest first, with who wrote them and whether it was oneself', async () => {
    await post('ada', 'first');
    await post('bram', 'second');
    const { posts } = await wall('ada');
    expect(posts.map(({ text, author, mine }) => [text, author.name, mine])).toEqual([
      ['second', 'Bram de Wit', false],
      ['first', 'Ada Lindqvist', true],
    ]);
  });

  it('pages through every post once, while colleagues go on posting', async () => {
    for (let turn = 0; turn < 45; turn += 1) await post('ada', `post ${turn}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await company.as('bram').wall.read({ group, cursor });
      seen.push(...page.posts.map(({ text }) => text));
      cursor = page.cursor;
      await post('ada', `late ${seen.length}`);
    } while (cursor !== undefined);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, turn) => `post ${44 - turn}`));
  });

  it('K11: shows posts while there are any, behind twenty that were deleted in a row', async () => {
    for (let turn = 0; turn < 30; turn += 1) await post('ada', `post ${turn}`);
    const { posts: newest } = await wall('ada');
    for (const { id, version } of newest) {
      await company.as('ada').wall.remove({ group, kind: 'post', id, version, reason: '' });
    }
    const { posts, cursor } = await wall();
    expect(posts.map(({ text }) => text)).toEqual(
      Array.from({ length: 10 }, (_, turn) => `post ${9 - turn}`),
    );
    expect(cursor).toBeUndefined();
  });

  it('K1: a post that is sent again as a question is one, while it is new', async () => {
    const first = { group, text: 'Who has the key?', key: company.key() };
    await company.as('ada').wall.post(first);
    await company.as('ada').wall.post({ ...first, kind: 'question' });
    expect((await wall()).posts).toMatchObject([{ kind: 'question' }]);
  });

  it('comes in two reads, however much there is', async () => {
    for (let turn = 0; turn < 25; turn += 1) {
      const { id } = await post('ada', `post ${turn}`);
      for (let reply = 0; reply < 6; reply += 1) await comment('bram', id, `comment ${reply}`);
      await company
        .as('daan')
        .wall.react({ message: { group, kind: 'post', id }, post: id, kind: 'like' });
    }
    const { host, reads } = countingHost(company.host('chloe'));
    const page = await createCommunity(host).wall.read({ group });
    expect(page.posts).toHaveLength(20);
    expect(page.posts[0]).toMatchObject({ commentCount: 6, reactions: { counts: { like: 1 } } });
    const names = reads.map((read) => read.map(({ collection }) => collection.name));
    expect(names).toEqual([
      ['groups', 'posts', 'readMarks', 'preferences', 'marks', 'marks', 'acts'],
      ['comments', 'comments', 'reactions', 'reactions', ...Array<string>(3).fill('memberships')],
    ]);
  });

  it('says who will read what is written there', async () => {
    const { audience, canWrite } = await wall('ada');
    expect(audience).toMatchObject({ known: true, count: 5, laterJoiners: true });
    expect(canWrite).toBe(true);
  });

  it('is Forbidden once access is taken away, and writing to it as well', async () => {
    await post('bram', 'mine');
    company.server.restrict(`group:${group}`, 'bram', 'none');
    await expect(wall('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(post('bram', 'more')).rejects.toMatchObject({ tag: 'Forbidden' });
    expect((await wall('ada')).posts).toHaveLength(1);
  });
});

describe('a post', () => {
  it('is posted once, however often its command is repeated', async () => {
    const draft = { group, text: 'Lunch at noon?', key: company.key() };
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await expect(company.as('ada').wall.post(draft)).rejects.toMatchObject({ tag: 'Offline' });
    const [first, second] = [
      await company.as('ada').wall.post(draft),
      await company.as('ada').wall.post(draft),
    ];
    expect(second.id).toBe(first.id);
    expect((await wall()).posts).toHaveLength(1);
  });
});

describe('a message that is sent again with other words', () => {
  const asked = { text: 'Who has the key of the boiler room?', key: 'a-key-of-a-draft' };
  const cake = 'There is cake in the hall';
  const again = () => company.as('ada').wall.post({ group, text: cake, key: asked.key });
  const history = (id: string) => company.as('chloe').wall.history({ group, kind: 'post', id });

  it('says what its author sees now, while nobody can have read it for long', async () => {
    const { id } = await company.as('ada').wall.post({ group, ...asked });
    await again();
    expect((await wall()).posts).toMatchObject([{ id, text: cake, edited: false }]);
  });

  it.each([
    ['answered', (id: string) => comment('bram', id, 'I do')],
    [
      'reacted',
      (id: string) => {
        const message = { group, kind: 'post', id } as const;
        return company.as('bram').wall.react({ message, post: id, kind: 'like' });
      },
    ],
    ['had ten minutes to read', () => Promise.resolve(company.clock.advance(11 * minute))],
  ])('is an edit that is marked once a colleague %s', async (_, happened) => {
    const { id } = await company.as('ada').wall.post({ group, ...asked });
    await happened(id);
    await again();
    expect((await wall()).posts).toMatchObject([{ text: cake, edited: true }]);
    expect((await history(id)).map(({ text }) => text)).toEqual([asked.text]);
  });
});

describe('comments', () => {
  it('come with their post, the newest four, and all of them in the thread', async () => {
    const { id } = await post('ada', 'post');
    for (let turn = 0; turn < 6; turn += 1) await comment('bram', id, `comment ${turn}`);
    const [shown] = (await wall()).posts;
    expect(shown?.comments.map(({ text }) => text)).toEqual(
      [2, 3, 4, 5].map((n) => `comment ${n}`),
    );
    expect(shown?.commentCount).toBe(6);
    const thread = await company.as('chloe').wall.thread({ group, post: id });
    expect(thread.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `comment ${n}`));
  });

  it('of a long thread are all there', async () => {
    const { id } = await post('ada', 'post');
    for (let turn = 0; turn < 205; turn += 1) await comment('bram', id, `comment ${turn}`);
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const further = cursor === undefined ? {} : { cursor };
      const page = await company.as('chloe').wall.comments({ group, post: id, ...further });
      texts.unshift(...page.comments.map(({ text }) => text));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(texts).toEqual(Array.from({ length: 205 }, (_, turn) => `comment ${turn}`));
  });

  it('that reply to a reply join its thread', async () => {
    const { id } = await post('ada', 'post');
    const root = await comment('bram', id, 'root');
    const reply = await comment('chloe', id, 'reply', root.id);
    const deep = await comment('daan', id, 'reply to the reply', reply.id);
    expect([reply.parent, deep.parent]).toEqual([root.id, root.id]);
  });

  it('cannot answer what is not there, or belongs to another post', async () => {
    const one = await post('ada', 'one');
    const other = await post('ada', 'other');
    const elsewhere = await comment('bram', other.id, 'elsewhere');
    for (const [on, parent] of [['404'], [one.id, '404'], [one.id, elsewhere.id]] as const) {
      await expect(comment('bram', on, 'lost', parent)).rejects.toMatchObject({ tag: 'NotFound' });
    }
  });
});

describe('the line between read and new', () => {
  it('is not there on a first visit, and moves to where one has read', async () => {
    expect(await wall('bram')).not.toHaveProperty('readUntil');
    await company.as('bram').wall.markRead({ group, until: 1000 });
    expect((await wall('bram')).readUntil).toBe(1000);
    expect(await wall('ada')).not.toHaveProperty('readUntil');
  });

  it('never moves back', async () => {
    for (const until of [1000, 3000, 2000])
      await company.as('bram').wall.markRead({ group, until });
    expect((await wall('bram')).readUntil).toBe(3000);
  });
});
