import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { personContainer } from '../kernel/container.ts';
import { byKeys } from '../kernel/query.ts';
import { countingHost } from '../testing/counting-host.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { jobs } from './collection.ts';
import { runErasure } from './run-erasure.ts';

let company: Organisation & { readonly group: string };
let group: string;

async function begin(): Promise<void> {
  company = await organisationWithGroup();
  ({ group } = company);
  for (const person of ['bram', 'chloe', 'daan']) await company.as(person).groups.join({ group });
}
beforeEach(begin);

const latest = Number.MAX_SAFE_INTEGER;
const bram = () => company.as('bram');
const post = (by: string, text: string) => {
  company.clock.advance(minute);
  return company.as(by).wall.post({ group, text, key: company.key() });
};
const give = (by: string, to: string, value: 'helps-out' | 'brings-joy' = 'helps-out') => {
  company.clock.advance(minute);
  const words = { value, reason: 'carried my crates', as: 'kudos' } as const;
  return company.as(by).kudos.give({ ...words, recipients: [to], key: company.key() });
};

describe('what became of what somebody gave', () => {
  it('is told by outcomes that colleagues left, and nothing where there are none', async () => {
    expect(await bram().me.impact()).toEqual({
      isMore: false,
      solved: [],
      tried: [],
      thanked: 0,
      values: [],
    });
    const key = company.key();
    const question = { group, text: 'Who knows ovens?', kind: 'question', key } as const;
    const { id: asked } = await company.as('ada').wall.post(question);
    const answer = { group, post: asked, text: 'Turn the big knob', key: company.key() };
    const { id: comment } = await bram().wall.comment(answer);
    await company.as('ada').wall.accept({ group, post: asked, comment });
    for (const person of ['chloe', 'daan'])
      await company.as(person).wall.helped({ group, post: asked, comment, helped: true });
    const idea = { group, text: 'What if we walked?', unsure: true, key: company.key() };
    const { id: put } = await bram().ideas.putForward(idea);
    await company.as('daan').ideas.setTried({ group, post: put, tried: true });
    await give('ada', 'bram');
    await give('daan', 'bram');
    await company.as('chloe').thanks.thank({ group, kind: 'comment', id: comment, thanked: true });
    expect(await bram().me.impact()).toMatchObject({
      solved: [{ text: 'Turn the big knob', people: [{}], others: 2 }],
      tried: [{ text: 'What if we walked?', people: [{ id: 'daan' }], others: 0 }],
      thanked: 3,
      values: ['helps-out'],
    });
    expect((await company.as('ada').me.impact()).thanked).toBe(0);
    company.clock.set(Date.UTC(2027, 0, 5));
    expect(await bram().me.impact()).toMatchObject({ solved: [], thanked: 0 });
  });
});

describe('what is stored', () => {
  it('is counted by what the collections declare, in every place', async () => {
    await post('bram', 'One');
    await post('bram', 'Two');
    await give('ada', 'bram');
    const { places, names } = await bram().me.places();
    expect(names[group]).toBe('Lunch run');
    const numbers = new Map<string, number>();
    const aboutMe = new Map<string, number>();
    for (const place of places) {
      const counts = await bram().me.stored({ place, until: latest });
      for (const { collection, number } of counts.own)
        numbers.set(collection, (numbers.get(collection) ?? 0) + number);
      for (const { collection, number } of counts.aboutMe)
        aboutMe.set(collection, (aboutMe.get(collection) ?? 0) + number);
    }
    expect(Object.fromEntries(numbers)).toEqual({ posts: 2, memberships: 1 });
    expect(Object.fromEntries(aboutMe)).toEqual({ kudos: 1 });
  });

  it('is given row by row, page by page, the newest first', async () => {
    const texts = Array.from({ length: 90 }, (_, at) => `Post ${at}`);
    for (const text of texts) await post('bram', text);
    const place = { kind: 'groups', groups: [group] } as const;
    const found: unknown[] = [];
    let until: number | undefined = latest;
    let pages = 0;
    while (until !== undefined) {
      const step: Awaited<ReturnType<ReturnType<typeof bram>['me']['rows']>> = await bram().me.rows(
        { collection: 'posts', place, until },
      );
      found.push(...step.rows.map(({ fields }) => (fields as { text: string }).text));
      until = step.next;
      pages += 1;
    }
    expect(new Set(found)).toEqual(new Set(texts));
    expect(pages).toBeGreaterThan(1);
  });

  it('of others is nothing, and of a collection that is none neither', async () => {
    await post('ada', 'Mine');
    const place = { kind: 'groups', groups: [group] } as const;
    expect(await bram().me.rows({ collection: 'posts', place, until: latest })).toEqual({
      rows: [],
    });
    const none = bram().me.rows({ collection: 'secrets', place, until: latest });
    await expect(none).rejects.toMatchObject({ tag: 'Invalid' });
  });

  it('is counted in one question a place, however many collections there are', async () => {
    const { host, reads } = countingHost(company.host('bram'));
    const place = { kind: 'groups', groups: [group] } as const;
    await createCommunity(host).me.stored({ place, until: latest });
    expect(reads).toHaveLength(2);
  });
});

describe('erasing', () => {
  const run = async (kind: 'words' | 'given' | 'self' | 'everything') => {
    company.clock.advance(minute);
    await runErasure(bram(), await bram().me.beginErasing({ kind }));
  };
  const wall = async () => (await company.as('ada').wall.read({ group })).posts;

  it('what one gave takes reactions and thanks, and no words', async () => {
    const { id } = await post('ada', 'Bread');
    await post('bram', 'Mine');
    const message = { group, kind: 'post', id } as const;
    await bram().wall.react({ message, post: id, kind: 'love' });
    await give('bram', 'ada');
    await run('given');
    const posts = await wall();
    expect(posts.map(({ text }) => text)).toEqual(['Mine', 'Bread']);
    expect(posts[1]?.reactions.counts).toEqual({});
    expect((await company.as('ada').kudos.read({})).thankYous).toEqual([]);
  });

  it('words that colleagues answered are deleted by their author, and the answers stay', async () => {
    const { id } = await post('bram', 'Where is the key?');
    await post('bram', 'Alone');
    const answer = { group, post: id, text: 'In the drawer', key: company.key() };
    await company.as('ada').wall.comment(answer);
    await run('words');
    expect(await wall()).toMatchObject([
      { id, text: '', deleted: true, comments: [{ text: 'In the drawer' }] },
    ]);
  });

  it('leaves what was written since it was begun', async () => {
    await post('bram', 'Before');
    company.clock.advance(minute);
    const job = await bram().me.beginErasing({ kind: 'words' });
    await post('bram', 'Since');
    await runErasure(bram(), job);
    expect((await wall()).map(({ text }) => text)).toEqual(['Since']);
    expect(await bram().me.erasing()).toBeNull();
  });

  it('takes nothing that nobody began to erase, nor by a row of another shape', async () => {
    await post('bram', 'Mine');
    const place = { kind: 'groups', groups: [group] } as const;
    const step = { collection: 'posts', place, until: latest };
    expect(await bram().me.erase(step)).toEqual({ gone: 0, emptied: 0 });
    const { store } = company.host('bram');
    const own = personContainer('bram');
    await store.insert(jobs, own, 'erase', { kind: 'all of it', collection: '', upTo: latest });
    expect(await bram().me.erase(step)).toEqual({ gone: 0, emptied: 0 });
    expect(await wall()).toHaveLength(1);
    const [{ records }] = await store.read([byKeys(jobs, own, 'bram', ['erase'])]);
    expect(records).toHaveLength(1);
  });

  const one = async (collection: string) => {
    company.clock.advance(minute);
    await runErasure(bram(), await bram().me.beginErasing({ kind: 'one', collection }));
  };

  it('one kind of rows takes that alone, with what is a part of it', async () => {
    const { id: post1, version } = await post('bram', 'Mine');
    const ref = { group, kind: 'post', id: post1 } as const;
    await bram().wall.edit({ ...ref, text: 'Mine, edited', version });
    const { id } = await post('ada', 'Bread');
    const said = await bram().wall.comment({ group, post: id, text: 'Rye', key: company.key() });
    const answer = { group, kind: 'comment', id: said.id } as const;
    await bram().wall.edit({ ...answer, text: 'Rye!', version: said.version });
    await bram().wall.react({ message: { group, kind: 'post', id }, post: id, kind: 'love' });
    await one('posts');
    const [left, ...others] = await wall();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ text: 'Bread', comments: [{ text: 'Rye!' }] });
    expect(left?.reactions.counts.love).toBe(1);
    const place = { kind: 'groups', groups: [group] } as const;
    const rows = async (collection: string) =>
      (await bram().me.rows({ collection, place, until: latest })).rows.map(
        ({ fields }) => (fields as { target?: string }).target,
      );
    expect(await rows('posts')).toEqual([]);
    expect(await rows('revisions')).toEqual([`comment:${said.id}`]);
    expect(await bram().me.erasing()).toBeNull();
  });

  it('takes by itself nothing that others go by, nor what there is not', async () => {
    for (const collection of ['groups', 'acts', 'jobs', 'nothing'])
      await expect(bram().me.beginErasing({ kind: 'one', collection })).rejects.toMatchObject({
        tag: 'Invalid',
      });
    await expect(bram().me.beginErasing({ kind: 'one' })).rejects.toMatchObject({ tag: 'Invalid' });
    expect(await bram().me.erasing()).toBeNull();
  });

  it('one at a time: a second one goes on with the first', async () => {
    await bram().me.beginErasing({ kind: 'given' });
    expect(await bram().me.beginErasing({ kind: 'everything' })).toMatchObject({ kind: 'given' });
  });

  /** Whether there was such a request; what is left of Bram is the same. */
  async function stoppedAt(on: 'read' | 'write', at: number): Promise<boolean> {
    await begin();
    const { id } = await post('bram', 'Where is the key?');
    const answer = { group, post: id, text: 'In the drawer', key: company.key() };
    await company.as('ada').wall.comment(answer);
    await post('bram', 'Alone');
    await give('bram', 'ada');
    await bram().card.update({ about: 'Bakes', askMeAbout: [], interests: [] });
    company.clock.advance(minute);
    const job = await bram().me.beginErasing({ kind: 'everything' });
    company.faults.inject({ kind: 'fail-once', on }, at);
    const isStopped = await runErasure(bram(), job).then(
      () => false,
      () => true,
    );
    company.faults.heal();
    const left = await bram().me.erasing();
    if (left) await runErasure(bram(), left);
    const [posts, card] = [await wall(), await company.as('ada').card.read({ person: 'bram' })];
    const shown = posts.map(({ text, deleted }) => [text, deleted]);
    expect([shown, card.profile.about]).toEqual([[['', true]], '']);
    expect((await company.as('ada').kudos.read({})).thankYous).toEqual([]);
    return isStopped;
  }

  it.each(['read', 'write'] as const)(
    'A3: stopped at any %s and taken up again, it ends the same',
    async (on) => {
      let turns = 0;
      while (await stoppedAt(on, turns)) turns += 1;
      expect(turns).toBeGreaterThan(5);
    },
    120_000,
  );
});
