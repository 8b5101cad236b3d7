/** People get back their text as they wrote it, or a message that says what to do. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groups } from './groups/collections.ts';
import { byIds } from './kernel/query.ts';
import { communityContainer, groupContainer } from './kernel/container.ts';
import { day, organisationWithGroup } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

let company: Organisation & { readonly group: string };
let group: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  group = company.group;
});

const lines = (count: number) => Array.from({ length: count }, (_, n) => `${n % 10}`).join('\n');

/** The beginning of a text, no character of it cut in half. */
const cut = (text: string, most: number) => Array.from(text).slice(0, most).join('').trim();

/** Shown letter for letter as it was typed. */
const faithful: Readonly<Record<string, string>> = {
  'only emoji': '👩‍👩‍👧🎉👍🏽',
  'from right to left': 'שלום, مرحبا 123!',
  'both directions with marks': 'abc \u202Eאבג\u202C def',
  'joined by zero-width characters': 'a\u200Bb\u200Dc',
  'of scripts without spaces': '昼ごはんを食べましょう',
  'in composed and stacked marks': 'Z̷̧͓a̸l̵g̶o̷',
  'with markup': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'with entities': '&lt;b&gt; &amp;amp; &#x41;',
  'with a script link': '[click](javascript:alert(1)) data:text/html,x',
  'with Markdown': '# title\n\n* one\n* two\n\n`code` **bold** [link](https://contoso.test)',
  'with quotes and SQL': `'; DROP TABLE posts; -- "\\" %s \${x} {{y}}`,
  'like JSON': '{"deleted": true, "__proto__": {"a": 1}}',
  'with tabs, deep indentation and blank lines': 'a\n\n\n\t\tb\n        c',
  'of the greatest length': 'x'.repeat(10_000),
  'of five thousand lines': lines(5_000),
  'of one word without end': 'w'.repeat(9_999),
};

describe('a text', () => {
  it.each(Object.entries(faithful))('%s is posted as it is', async (_, text) => {
    const made = await company.as('ada').wall.post({ group, text, key: company.key() });
    expect(made.text).toBe(text);
    const [shown] = (await company.as('bram').wall.read({ group })).posts;
    expect(shown?.text).toBe(text);
  });

  it.each(Object.entries(faithful))(
    '%s is kept as history, as an answer and in a profile, if it fits',
    async (_, text) => {
      const short = cut(text, 300);
      const post = await company.as('ada').wall.post({ group, text: short, key: company.key() });
      const at = { group, post: post.id };
      const answer = await company
        .as('bram')
        .wall.comment({ ...at, text: short, key: company.key() });
      expect(answer.text).toBe(short);
      const message = { group, kind: 'post', id: post.id } as const;
      await company
        .as('ada')
        .wall.edit({ ...message, text: 'something else', version: post.version });
      const [before] = await company.as('bram').wall.history(message);
      expect(before?.text).toBe(short);
      await company.as('ada').card.update({ about: short, askMeAbout: [], interests: [] });
      expect((await company.as('bram').card.read({ person: 'ada' })).profile.about).toBe(short);
    },
  );

  it.each([
    ['empty', '', 'The message is empty. Write something first.'],
    ['of spaces and line breaks', ' \n\t\r\n ', 'The message is empty. Write something first.'],
    [
      'of zero-width characters',
      '\u200B\u200D\u2060\uFEFF',
      'The message is empty. Write something first.',
    ],
    ['of control characters', '\u0000\u0007\u001B', 'The message is empty. Write something first.'],
    [
      'of 50,000 characters',
      'x'.repeat(50_000),
      'The message has 50000 characters; at most 10000 fit. Shorten it or split it.',
    ],
    [
      'of 10,000 lines',
      lines(10_000),
      'The message has 19999 characters; at most 10000 fit. Shorten it or split it.',
    ],
  ])('%s is refused with a message, and nothing is posted', async (_, text, message) => {
    const posting = company.as('ada').wall.post({ group, text, key: company.key() });
    await expect(posting).rejects.toMatchObject({ tag: 'Invalid', message });
    expect((await company.as('ada').wall.read({ group })).posts).toEqual([]);
  });

  it('that is refused in an edit leaves the earlier wording', async () => {
    const post = await company.as('ada').wall.post({ group, text: 'fine', key: company.key() });
    for (const text of ['', 'x'.repeat(50_000)]) {
      const edit = { group, kind: 'post', id: post.id, text, version: post.version } as const;
      await expect(company.as('ada').wall.edit(edit)).rejects.toMatchObject({ tag: 'Invalid' });
    }
    expect((await company.as('bram').wall.read({ group })).posts[0]).toMatchObject({
      text: 'fine',
      edited: false,
    });
  });

  it('loses half characters and control characters, which nothing can show', async () => {
    const text = 'half \uD83D of an emoji\u0000 and\r\na break';
    const made = await company.as('ada').wall.post({ group, text, key: company.key() });
    expect(made.text).toBe('half \uFFFD of an emoji and\na break');
  });

  it('of any kind is searched for without an error', async () => {
    for (const text of ['', '%', '*', '\uD800', '👍', '"\\', ...Object.values(faithful)]) {
      const found = await company.as('ada').people.search({ text: text.slice(0, 200) });
      expect(Array.isArray(found)).toBe(true);
    }
  });

  it.each(Object.entries(faithful))(
    '%s is a reason or is refused for its words, never lost',
    async (_, text) => {
      const thanks = { recipients: ['bram'], value: 'helps-out', as: 'kudos' } as const;
      const reason = cut(text, 200);
      const given = company.as('ada').kudos.give({ ...thanks, reason, key: company.key() });
      const failure = await given.then(
        () => undefined,
        (error: unknown) => error,
      );
      const [shown] = (await company.as('bram').kudos.read({})).thankYous;
      if (failure === undefined) expect(shown?.reason).toBe(reason);
      else expect(failure).toMatchObject({ tag: 'Invalid', data: { reason: 'too-few-words' } });
    },
  );
});

describe('a colleague who left the company', () => {
  it('reads and writes nothing, and is told so', async () => {
    const left = company.as('left');
    const post = { group, text: 'hello', key: company.key() };
    await expect(left.wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(left.wall.post(post)).rejects.toMatchObject({
      tag: 'Forbidden',
      message: `You have no access to group:${group}. Ask its owner.`,
    });
    await expect(left.groups.join({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(left.groups.create({ name: 'Alumni', purpose: '' })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
  });

  it('keeps a card, and is not thanked', async () => {
    const { person } = await company.as('ada').card.read({ person: 'left' });
    expect(person.active).toBe(false);
    const thanks = { recipients: ['left'], value: 'helps-out', reason: 'for all of it' } as const;
    const given = company.as('ada').kudos.give({ ...thanks, as: 'thanks', key: company.key() });
    await expect(given).rejects.toMatchObject({ data: { reason: 'left-the-company' } });
  });
});

describe('a group that was deleted', () => {
  it('by an administrator is Forbidden to read and to write, and the rest goes on', async () => {
    await company.server.drop(groupContainer(group));
    const bram = company.as('bram');
    await expect(bram.wall.read({ group })).rejects.toMatchObject({
      tag: 'Forbidden',
      message: `You have no access to group ${group}. Ask its owner.`,
    });
    const post = { group, text: 'still here?', key: company.key() };
    await expect(bram.wall.post(post)).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await bram.card.read({ person: 'ada' })).toMatchObject({ isMe: false });
  });

  it('by the last who was in it, without its record, is NotFound and on nobody’s card', async () => {
    const { store } = company.host('ada');
    const [{ records }] = await store.read([byIds(groups, communityContainer, [group])]);
    for (const record of records) await store.remove(groups, record);
    await company.as('ada').groups.leave({ group });
    const bram = company.as('bram');
    for (const work of [
      bram.groups.read({ group }),
      bram.wall.read({ group }),
      bram.groups.join({ group }),
    ]) {
      await expect(work).rejects.toMatchObject({
        tag: 'NotFound',
        message: `There is no group ${group} any more. Reload to see what is.`,
      });
    }
    expect(await bram.groups.list()).toEqual([]);
    expect((await bram.card.read({ person: 'ada' })).groups).toEqual([]);
  });
});

describe('a date in the future', () => {
  it('of a colleague’s post is shown like any other, newest first', async () => {
    company.clock.advance(2 * day);
    await company.as('bram').wall.post({ group, text: 'from a fast clock', key: company.key() });
    const made = company.clock.now();
    company.clock.advance(-2 * day);
    await company.as('ada').wall.post({ group, text: 'now', key: company.key() });
    const { posts } = await company.as('ada').wall.read({ group });
    expect(posts.map(({ text }) => text)).toEqual(['from a fast clock', 'now']);
    expect(posts[0]?.created).toBe(made);
  });

  it('of a comment keeps its thread in order', async () => {
    const { id: post } = await company
      .as('ada')
      .wall.post({ group, text: 'post', key: company.key() });
    company.clock.advance(2 * day);
    await company.as('bram').wall.comment({ group, post, text: 'later', key: company.key() });
    company.clock.advance(-2 * day);
    await company.as('chloe').wall.comment({ group, post, text: 'now', key: company.key() });
    const thread = await company.as('ada').wall.thread({ group, post });
    expect(thread.map(({ text }) => text)).toEqual(['now', 'later']);
  });

  it('of kudos takes a place of the week that it was stamped in', async () => {
    const thanks = { recipients: ['bram'], value: 'helps-out', reason: 'for all of it' } as const;
    company.clock.advance(7 * day);
    await company.as('ada').kudos.give({ ...thanks, as: 'kudos', key: company.key() });
    company.clock.advance(-7 * day);
    expect((await company.as('ada').kudos.budget()).left).toBe(5);
    expect((await company.as('bram').kudos.read({})).thankYous).toHaveLength(1);
  });
});

describe('a page that was never there', () => {
  it('is empty or refused in words, whatever its cursor says', async () => {
    await company.as('ada').wall.post({ group, text: 'post', key: company.key() });
    for (const cursor of ['', '0', '~~~', '../..', '%', '\u0000', '日本', 'z'.repeat(500)]) {
      const { posts } = await company.as('bram').wall.read({ group, cursor });
      expect(posts.length).toBeLessThanOrEqual(1);
    }
    const long = company.as('bram').wall.read({ group, cursor: 'z'.repeat(501) });
    await expect(long).rejects.toMatchObject({ tag: 'Invalid', data: { field: 'cursor' } });
  });
});
