/** Questions that wait for an answer, what keeps them waiting and what does not, and what members write around them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { actFields, acts } from '../stewards/acts.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import { day, directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { comments, posts } from './message.ts';
import { readUnanswered } from './unanswered.ts';

/** Daan owns the host; Ada founded the group. It is Wednesday. */
let company: Organisation;
let group: string;
beforeEach(async () => {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
});

async function ask(person: string, text = 'How do I share a report?'): Promise<string> {
  const question = { group, text, key: company.key(), kind: 'question' } as const;
  return (await company.as(person).wall.post(question)).id;
}
async function reply(person: string, post: string, text = 'Like this'): Promise<string> {
  company.clock.advance(minute);
  return (await company.as(person).wall.comment({ group, post, text, key: company.key() })).id;
}
/** Until two working days have passed, and no weekend yet. */
const wait = (days = 2) => company.clock.advance(days * day);
const read = (person = 'emre') => company.as(person).wall.unanswered({ group });
const waiting = async (person?: string) => (await read(person)).questions.map(({ post }) => post);

const act = async (
  by: string,
  family: 'hide' | 'show' | 'close',
  id: string,
  kind: 'post' | 'comment' = 'post',
) => {
  company.clock.advance(minute);
  const about = { group, reason: 'names a customer', key: company.key() };
  if (family === 'close') await company.as(by).stewards.close({ ...about, post: id });
  else await company.as(by).stewards[family]({ ...about, kind, id });
};

/** A comment that somebody writes by hand. */
const writeComment = (post: string, text: string, container = groupContainer(group)) => {
  const fields = { post, parent: '', text, edited: false, deleted: false, reason: '', to: '' };
  return forger(company).write(comments, container, company.key(), fields);
};

describe('a question', () => {
  it('waits once two working days have passed without an answer, with its asker and how long', async () => {
    const post = await ask('bram', '\n\nHow do I share a report?\nI tried the button.');
    const asked = company.clock.now();
    wait(1.9);
    expect(await waiting()).toEqual([]);
    company.clock.set(asked + 2 * day);
    expect(await read()).toEqual({
      questions: [
        {
          post,
          asker: expect.objectContaining({ id: 'bram', name: 'Bram de Wit' }) as unknown,
          asked,
          workingDays: 2,
          text: 'How do I share a report?',
        },
      ],
      isMore: false,
      dropped: 0,
    });
  });

  it('does not wait through a weekend', async () => {
    wait(2);
    const post = await ask('bram');
    wait(3);
    expect(await waiting()).toEqual([]);
    wait(1);
    expect(await waiting()).toEqual([post]);
  });

  it('is answered by a colleague, and not by what its asker adds', async () => {
    const post = await ask('bram');
    await reply('bram', post);
    wait();
    expect(await waiting()).toEqual([post]);
    await reply('chloe', post);
    expect(await waiting()).toEqual([]);
  });

  it('waits again once its only answer was deleted or hidden', async () => {
    const first = await ask('bram');
    const second = await ask('chloe');
    const gone = await company
      .as('daan')
      .wall.comment({ group, post: first, text: 'So', key: company.key() });
    const hidden = await reply('daan', second);
    wait();
    expect(await waiting()).toEqual([]);
    const { version } = gone;
    const message = { group, kind: 'comment', id: gone.id } as const;
    await company.as('daan').wall.remove({ ...message, version, reason: '' });
    await act('ada', 'hide', hidden, 'comment');
    expect(await waiting()).toEqual([second, first]);
    await act('ada', 'show', hidden, 'comment');
    expect(await waiting()).toEqual([first]);
  });

  it('does not wait once its asker says what solved it, as long as that is there', async () => {
    const post = await ask('bram');
    company.clock.advance(minute);
    const own = await company
      .as('bram')
      .wall.comment({ group, post, text: 'Found it', key: company.key() });
    wait();
    await company.as('bram').wall.accept({ group, post, comment: own.id });
    expect(await waiting()).toEqual([]);
    const message = { group, kind: 'comment', id: own.id } as const;
    await company.as('bram').wall.remove({ ...message, version: own.version, reason: '' });
    expect(await waiting()).toEqual([post]);
  });

  it('does not wait where it was deleted, hidden or closed, nor in an archived group', async () => {
    const { as, key } = company;
    const text = 'How?';
    const removed = await as('bram').wall.post({ group, text, key: key(), kind: 'question' });
    const hidden = await ask('bram');
    const closed = await ask('bram');
    const open = await ask('bram');
    const message = { group, kind: 'post', id: removed.id } as const;
    await as('bram').wall.remove({ ...message, version: removed.version, reason: '' });
    await act('ada', 'hide', hidden);
    await act('ada', 'close', closed);
    wait();
    expect(await waiting()).toEqual([open]);
    expect(await waiting('ada')).toEqual([open]);
    await as('ada').stewards.archive({ group, reason: 'all is said', key: key() });
    expect(await waiting()).toEqual([]);
  });

  it('does not wait for its own asker, nor for who would rather not see them', async () => {
    const post = await ask('bram');
    wait();
    expect(await waiting('bram')).toEqual([]);
    expect(await waiting('chloe')).toEqual([post]);
    await company.as('chloe').preferences.block({ person: 'bram' });
    expect(await waiting('chloe')).toEqual([]);
  });

  it('comes first where the reader is glad to be asked about it', async () => {
    const about = { about: '', interests: [], askMeAbout: ['Sourdough', 'Power BI'] };
    await company.as('emre').card.update(about);
    const fitting = await ask('bram', 'Hoe deel ik een Power BI-rapport?');
    company.clock.advance(minute);
    const other = await ask('chloe', 'Where do the vans park?');
    wait();
    const { questions } = await read();
    expect(questions.map(({ post, fits }) => [post, fits])).toEqual([
      [fitting, 'Power BI'],
      [other, undefined],
    ]);
    expect(await waiting('ada')).toEqual([other, fitting]);
  });

  it('is told in two questions, of which the second has two parts', async () => {
    const trips = async (): Promise<number> => {
      const { host, reads } = countingHost(company.host('emre'));
      await readUnanswered(host, group);
      return reads.length;
    };
    const post = await ask('bram');
    expect(await trips()).toBe(1);
    wait();
    // Comments and acceptances are asked at one moment.
    expect(await trips()).toBe(3);
    await reply('chloe', post);
    expect(await trips()).toBe(3);
  });
});

describe('rows by hand', () => {
  it('answer no question: empty ones, of another post, and what a non-steward hides stays', async () => {
    const post = await ask('bram');
    const other = await ask('chloe');
    await writeComment(post, ' ');
    await writeComment('999', 'Like this');
    const answer = await reply('daan', other);
    const fields = actFields(
      { family: 'hide', post: other, target: `comment:${answer}`, reason: 'I say so' },
      'emre',
    );
    await forger(company).write(acts, groupContainer(group), company.key(), fields);
    wait();
    expect(await waiting('chloe')).toEqual([post]);
  });

  it('of another group answer nothing in this one', async () => {
    const post = await ask('bram');
    const { id } = await company.as('emre').groups.create({ name: 'Elsewhere', purpose: '' });
    await writeComment(post, 'Like this', groupContainer(id));
    wait();
    expect(await waiting('chloe')).toEqual([post]);
  });

  it('hide no answer behind them, and keep no question from waiting', async () => {
    const answered = await ask('bram');
    const open = await ask('chloe');
    for (let at = 0; at < 5; at += 1) {
      company.clock.advance(1);
      await writeComment(answered, ' ');
      await writeComment(open, ' ');
    }
    await reply('daan', answered);
    wait();
    expect(await waiting('ada')).toEqual([open]);
  });

  it('accept nothing in an asker’s name', async () => {
    const post = await ask('bram');
    const own = await reply('bram', post);
    wait();
    const mark = { group, post, comment: own };
    await expect(company.as('emre').wall.accept(mark)).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await waiting('chloe')).toEqual([post]);
  });

  it('are passed by, where they stand as questions on top, and counted', async () => {
    const post = await ask('bram');
    for (let at = 0; at < 120; at += 1) {
      company.clock.advance(1);
      const fields = {
        text: ' ',
        edited: false,
        deleted: false,
        reason: '',
        topic: '',
        unsure: false,
      };
      const row = { ...fields, kind: 'question' };
      await forger(company).write(posts, groupContainer(group), company.key(), row);
    }
    wait();
    const { questions, dropped } = await read('chloe');
    expect(questions.map((each) => each.post)).toEqual([post]);
    expect(dropped).toBe(120);
  });

  it('ten thousand questions of one colleague cost two round trips, and it is said that more may wait', async () => {
    await ask('bram');
    const { store } = company.host('emre');
    const fields = {
      text: 'Why?',
      edited: false,
      deleted: false,
      reason: '',
      topic: '',
      unsure: false,
    };
    for (let at = 0; at < 10_000; at += 1) {
      const row = { ...fields, kind: 'question' };
      await store.insert(posts, groupContainer(group), `junk-of-emre-${at}-and-more`, row);
    }
    // Those of the last two days take no places.
    wait(1);
    expect(await read('chloe')).toMatchObject({ questions: [] });
    wait(1);
    const { host, reads } = countingHost(company.host('chloe'));
    const found = await readUnanswered(host, group);
    expect(reads).toHaveLength(3);
    expect(found.isMore).toBe(true);
    expect(found.questions.length).toBeLessThanOrEqual(30);
    const asked = reads.flat().map((query) => ('limit' in query ? query.limit : 0));
    expect(Math.max(...asked)).toBeLessThanOrEqual(100);
  });
});

describe('in a closed group', () => {
  beforeEach(async () => {
    company = organisation();
    const about = { name: 'Board', purpose: '', access: 'closed' } as const;
    ({ id: group } = await company.as('ada').groups.create(about));
    for (const person of ['bram', 'chloe']) {
      await company.as('ada').groups.admit({ group, person, role: 'member' });
    }
  });

  it('a question waits for its members, and again once a steward hid its answer', async () => {
    const post = await ask('bram');
    const answer = await reply('chloe', post);
    wait();
    expect(await waiting('chloe')).toEqual([]);
    await act('ada', 'hide', answer, 'comment');
    expect(await waiting('chloe')).toEqual([post]);
  });

  it('nobody else is told of any', async () => {
    await ask('bram');
    wait();
    await expect(read('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});
