/** Rows of articles that somebody wrote by hand, each beside an honest one. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { byIds } from '../kernel/query.ts';
import { createCommunity } from '../community.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger, malformed } from '../testing/forger.ts';
import { day, minute, organisationWithGroup, wednesday } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { isArticle, isShown, longestWait, partOf, withoutDoubles } from './article.ts';
import { articles, bodies } from './collections.ts';
import type { ArticleRecord } from './collections.ts';
import { posts } from '../wall/message.ts';
import { acts } from '../stewards/acts.ts';

let company: Organisation & { readonly group: string };
let group: string;
let honest: string;
const cover = { colour: 'teal', icon: 'idea' } as const;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  const words = { title: 'Honest', lead: '', text: 'A text', cover, series: 'Bread' };
  ({ id: honest } = await company
    .as('ada')
    .blog.publish({ group, key: 'an honest one', ...words }));
  company.clock.advance(minute);
});

const fields = (changed: object = {}) => ({
  title: 'Forged',
  lead: '',
  cover: 'teal:idea',
  series: '',
  part: '',
  writer: 'emre',
  at: company.clock.now(),
  minutes: 1,
  ...changed,
});
const forge = (key: string, changed: object = {}) =>
  forger(company).write(articles, groupContainer(group), key, fields(changed));
const forgeBody = (key: string, text: string, at = 0) =>
  forger(company).write(bodies, groupContainer(group), key, { text, at });
const shown = async (of = {}) => {
  const { articles: found, dropped } = await company.as('bram').blog.read({ group, ...of });
  return { titles: found.map(({ title }) => title), dropped };
};

describe('a forged article', () => {
  it.each([
    ['in another’s name', { writer: 'ada' }],
    ['in a series of another', { series: 'Bread', part: partOf('ada', 'Bread') }],
    ['in a series that it does not name', { part: partOf('emre', 'Bread') }],
    ['without a title', { title: '\u200B' }],
    ['of long ago', { at: wednesday - day }],
    ['that takes a day to read', { minutes: 1440 }],
    ['that takes less than nothing', { minutes: -1 }],
  ])('%s is dropped', async (_, changed) => {
    await forge('forged', changed);
    expect((await shown()).titles).toEqual(['Honest']);
    const byWriter = await shown({ writer: 'ada', series: 'Bread' });
    expect(byWriter.titles).toEqual(['Honest']);
  });

  it.each([
    ['the greatest number', 2 ** 53 - 1],
    ['after 91 days', wednesday + 91 * day],
  ])('that is stamped ahead to stand on top, by %s, never does', async (_, at) => {
    for (let turn = 0; turn < 30; turn += 1) await forge(`forged ${turn}`, { at });
    expect(await shown()).toEqual({ titles: ['Honest'], dropped: 0 });
    company.clock.set(wednesday + 100 * day);
    expect((await shown()).titles).toEqual(['Honest']);
  });

  it('of any shape, in any number, hides no honest one', async () => {
    for (const [turn, row] of malformed.entries()) {
      const container = groupContainer(group);
      await forger(company)
        .write(articles, container, `row ${turn}`, row)
        .catch(() => undefined);
    }
    for (let turn = 0; turn < 15; turn += 1) await forge(`forged ${turn}`, { title: '' });
    const { titles, dropped } = await shown();
    expect(titles).toEqual(['Honest']);
    expect(dropped).toBeGreaterThanOrEqual(15);
  });

  it('under the key of another takes neither their text nor their conversation', async () => {
    const { id } = await forge('an honest one');
    await expect(company.as('bram').blog.one({ group, id })).rejects.toMatchObject({
      tag: 'NotFound',
    });
    await forgeBody('an honest one', 'Something else');
    const article = await company.as('bram').blog.one({ group, id: honest });
    expect(article.text).toBe('A text');
  });

  it('without a text, or with one of ten megabytes, is not here', async () => {
    const { id } = await forge('long');
    const read = () => company.as('bram').blog.one({ group, id });
    await expect(read()).rejects.toMatchObject({ tag: 'NotFound' });
    await forgeBody('long', 'x'.repeat(10_000_000));
    await expect(read()).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('has its reading time counted from its text', async () => {
    const { id } = await forge('forged', { minutes: 90 });
    await forgeBody('forged', 'Short.');
    expect((await company.as('bram').blog.one({ group, id })).minutes).toBe(1);
  });
});

describe('an article that a steward hid', () => {
  const reason = 'names a customer';
  const seen = async () => {
    const page = company.as('chloe').blog;
    return [
      (await shown()).titles,
      (await page.newest({ groups: [group] })).articles.map(({ title }) => title),
      await page.one({ group, id }).then(
        ({ title, text, hidden }) => [title, text, hidden?.reason],
        () => 'not here',
      ),
    ];
  };
  let id: string;
  let post: string;
  const act = (family: 'hide' | 'show') =>
    company
      .as('ada')
      .stewards[family]({ group, kind: 'post', id: post, reason, key: company.key() });
  beforeEach(async () => {
    const words = { title: 'About Foo', lead: '', text: 'Foo left us', cover, series: '' };
    ({ id } = await company.as('emre').blog.publish({ group, key: company.key(), ...words }));
    ({ post = '' } = await company.as('emre').blog.one({ group, id }));
    company.clock.advance(minute);
    await act('hide');
  });
  const erasePost = async () => {
    const { store } = company.host('emre');
    const [{ records }] = await store.read([byIds(posts, groupContainer(group), [post])]);
    for (const row of records) await store.remove(posts, row);
  };
  const hidden = [['Honest'], ['Honest'], ['', '', reason]];

  it('stays hidden when its author removes the post that announces it', async () => {
    expect(await seen()).toEqual(hidden);
    await erasePost();
    expect(await seen()).toEqual(hidden);
  });

  it('stays hidden when its author buries what was decided under rows of their own', async () => {
    await erasePost();
    const row = { family: 'x', post: '', target: '', person: '', reason: '', appointer: '' };
    for (let turn = 0; turn < 150; turn += 1) {
      await forger(company).write(acts, groupContainer(group), `act ${turn}`, row);
    }
    expect(await seen()).toEqual(hidden);
  });

  it('is there again when a steward shows it', async () => {
    company.clock.advance(minute);
    await act('show');
    expect(await seen()).toEqual([
      ['About Foo', 'Honest'],
      ['About Foo', 'Honest'],
      ['About Foo', 'Foo left us', undefined],
    ]);
  });

  it('is hidden by its author’s own word as little as it is shown', async () => {
    const target = `article:${honest}`;
    const row = { family: 'hide', post: target, target, person: '', reason, appointer: '' };
    await forger(company).write(acts, groupContainer(group), 'planted', row);
    await forger(company, 'ada').write(acts, groupContainer(group), 'own', row);
    const shownAgain = { ...row, family: 'show', post: `article:${id}`, target: `article:${id}` };
    company.clock.advance(minute);
    await forger(company).write(acts, groupContainer(group), 'shown', shownAgain);
    expect(await seen()).toEqual(hidden);
  });
});

describe('the overview of several groups', () => {
  const newest = () => company.as('bram').blog.newest({ groups: [group] });

  it('reads past fifty forged articles of a group, and says that something is left out', async () => {
    for (let turn = 0; turn < 50; turn += 1) await forge(`forged ${turn}`, { writer: 'ada' });
    const { articles: found, dropped } = await newest();
    expect(found.map(({ title }) => title)).toEqual(['Honest']);
    expect(dropped).toBe(50);
  });

  it('reads no further than once, and says that something is left out', async () => {
    for (let turn = 0; turn < 300; turn += 1) await forge(`forged ${turn}`, { writer: 'ada' });
    const { host, reads } = countingHost(company.host('bram'));
    const { articles: found, dropped } = await createCommunity(host).blog.newest({
      groups: [group],
    });
    expect(found).toEqual([]);
    expect(dropped).toBeGreaterThanOrEqual(100);
    expect(reads).toHaveLength(2);
  });
});

const record = (changed: Partial<ArticleRecord>): ArticleRecord => ({
  id: '1',
  container: groupContainer('g'),
  author: 'ada',
  created: wednesday,
  modified: wednesday,
  version: '1',
  key: 'key',
  fields: { ...fields({ writer: 'ada' }), at: wednesday } as ArticleRecord['fields'],
  ...changed,
});

describe('articles', () => {
  it('are shown exactly from their moment on, but to their author, whatever the moments are', () => {
    const moments = fc.integer({ min: wednesday - longestWait, max: wednesday + 2 * longestWait });
    fc.assert(
      fc.property(moments, moments, fc.constantFrom('ada', 'bram'), (at, now, me) => {
        const article = record({});
        const held = { ...article, fields: { ...article.fields, at } };
        const isFit = at >= wednesday - 5 * minute && at <= wednesday + longestWait;
        expect(isArticle(held)).toBe(isFit);
        expect(isShown({ me, now })(held)).toBe(isFit && (me === 'ada' || at <= now));
      }),
    );
  });

  it('of one author under one key are one, the first, in whatever order rows come', () => {
    const rows = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 40 }).map(String),
        author: fc.constantFrom('ada', 'bram'),
        key: fc.constantFrom('one', 'two'),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(rows, (all) => {
        const records = all.map((each) =>
          record({ ...each, created: wednesday + Number(each.id) }),
        );
        const kept = withoutDoubles(records);
        const names = kept.map(({ author, key }) => `${author} ${key}`);
        expect(new Set(names).size).toBe(names.length);
        for (const each of records) {
          const one = kept.find(({ author, key }) => author === each.author && key === each.key);
          expect(one?.created).toBeLessThanOrEqual(each.created);
        }
      }),
    );
  });
});
