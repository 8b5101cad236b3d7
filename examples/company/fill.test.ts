import { createCommunity, whomToAsk } from '@kantine/core';
import { changeHub, memoryMap, orderedHost } from '@kantine/core/ordered-store';
import { describe, expect, it } from 'vitest';
import { buildCompany } from './build-company.ts';
import type { Company } from './types.ts';
import { directoryOf, fillWithCompany } from './fill.ts';

const now = Date.parse('2026-11-23T14:30:00Z');

async function filled() {
  const company = buildCompany({ seed: 7, now });
  const map = memoryMap();
  const ids = await fillWithCompany(map, company);
  const me = company.groups[0]?.createdBy ?? '';
  const community = createCommunity(
    orderedHost({
      map,
      people: directoryOf(company),
      me,
      changes: changeHub(),
      clock: { now: () => now },
      ids: { next: () => 'key-of-a-test' },
    }),
  );
  return { company, ids, community };
}

/** Those that the reader may read. */
const openGroups = ({ groups }: Company) => groups.filter(({ access }) => access === undefined);

describe('the company in a store', () => {
  it('keeps every rule, so that no row is dropped on read', async () => {
    const { company, ids, community } = await filled();
    expect(ids.size).toBe(company.groups.length + company.posts.length + company.comments.length);
    for (const { id } of openGroups(company)) {
      const page = await community.wall.read({ group: ids.get(id) ?? '' });
      expect(page.dropped).toBe(0);
      expect(page.posts.length).toBeGreaterThan(0);
    }
    expect((await community.kudos.read()).dropped).toBe(0);
  });

  it('has all its groups, each with its members', async () => {
    const { company, community } = await filled();
    const groups = await community.groups.list();
    const sizes = new Map(company.groups.map(({ name, members }) => [name, members.length]));
    // How many are in a closed group is told to its members.
    const open = groups.filter(({ access }) => access === 'open');
    expect(open.map(({ name, memberCount }) => [name, memberCount])).toEqual(
      open.map(({ name }) => [name, sizes.get(name)]),
    );
    expect(groups).toHaveLength(company.groups.length);
    expect(groups.filter(({ archived }) => archived)).toHaveLength(1);
  });

  it('has goals: one that was reached, one that moves, and one that is counted by hand', async () => {
    const { company, ids, community } = await filled();
    const group = ids.get('service') ?? '';
    const { goals, dropped } = await community.goals.read({ group });
    expect({ dropped, number: goals.length }).toEqual({ dropped: 0, number: company.goals.length });
    expect(goals.map(({ state }) => state)).toEqual(['open', 'open', 'reached']);
    expect(goals.map(({ targets }) => targets.length)).toContain(1);
    const answered = goals.find(({ metric }) => metric === 'answeredShare');
    const months = answered?.months.slice(-2) ?? [];
    const asked = { group, metric: 'answeredShare', days: 2, months } as const;
    const counted = await community.goals.measure(asked);
    expect(counted.months.some(({ value = 0 }) => value > 50)).toBe(true);
  });

  it('has ideas in every state, of which one waits and one came back', async () => {
    const { company, ids, community } = await filled();
    const { ideas, dropped } = await community.ideas.read({ group: ids.get('werkplaats') ?? '' });
    expect({ dropped, number: ideas.length }).toEqual({ dropped: 0, number: company.ideas.length });
    const states = new Set(ideas.map(({ fate }) => fate.state));
    expect(states).toEqual(new Set(['forward', 'trying', 'adopted', 'notNow', 'withdrawn']));
    expect(ideas.filter(({ waits }) => waits !== undefined)).toHaveLength(1);
    expect(ideas.filter(({ fate }) => fate.isBack)).toHaveLength(1);
    expect(ideas.filter(({ unsure }) => unsure)).toHaveLength(1);
    expect(ideas.some(({ fate }) => fate.changed)).toBe(false);
    expect(ideas.filter(({ tried }) => tried > 1).length).toBeGreaterThan(1);
  });

  it('has a question that waits for an answer, which colleagues say that they know about', async () => {
    const { company, ids, community } = await filled();
    const found = await Promise.all(
      openGroups(company).map(({ id }) => community.wall.unanswered({ group: ids.get(id) ?? '' })),
    );
    const waiting = found.flatMap(({ questions }) => questions);
    expect(waiting.map(({ asker }) => asker.id)).toContain('stijn.maas');
    const text = waiting.find(({ asker }) => asker.id === 'stijn.maas')?.text ?? '';
    const service = { group: ids.get('service') ?? '' };
    const [glad] = whomToAsk(text, await community.wall.gladToBeAsked(service), now);
    expect(glad?.people.length).toBeGreaterThan(0);
  });

  it('has articles, three of them parts of a series, each with its conversation on the wall', async () => {
    const { company, ids, community } = await filled();
    const { articles } = await community.blog.newest({
      groups: openGroups(company).map(({ id }) => ids.get(id) ?? ''),
    });
    expect(articles.map(({ title }) => title)).toEqual(
      company.articles.map(({ title }) => title).toReversed(),
    );
    for (const { group, id } of articles) {
      const article = await community.blog.one({ group, id });
      expect(article.post).toBeDefined();
      expect(article.minutes).toBeLessThan(4);
    }
    const [first] = articles.filter(({ series }) => series !== undefined);
    const { parts } = await community.blog.one({ group: first?.group ?? '', id: first?.id ?? '' });
    expect(parts).toHaveLength(3);
  });

  it('asks questions, of which some are solved, mentions colleagues, hides a post and closes a conversation', async () => {
    const { company, ids, community } = await filled();
    const pages = await Promise.all(
      openGroups(company).map(({ id }) => community.wall.read({ group: ids.get(id) ?? '' })),
    );
    const posts = pages.flatMap((page) => page.posts);
    const questions = posts.filter(({ kind }) => kind === 'question');
    expect(questions.length).toBeGreaterThan(8);
    expect(questions.filter(({ accepted }) => accepted).length).toBeGreaterThan(5);
    expect(questions.some(({ commentCount }) => commentCount === 0)).toBe(true);
    expect(posts.filter(({ hidden }) => hidden)).toHaveLength(1);
    expect(posts.filter(({ closed }) => closed)).toHaveLength(1);
    expect(pages.flatMap(({ pins = [] }) => pins).length).toBe(2);
    expect(pages.flatMap(({ topics = [] }) => topics).map(({ name }) => name)).toEqual([
      'Snit',
      'Rijs',
      'Onderweg',
    ]);
    expect(posts.filter(({ topic }) => topic !== undefined).length).toBeGreaterThan(3);
    const messages = posts.flatMap((post) => [post, ...post.comments]);
    expect(messages.filter(({ mentions }) => mentions).length).toBeGreaterThan(0);
    expect(messages.some(({ text }) => text.includes('@{'))).toBe(false);
  });
});
