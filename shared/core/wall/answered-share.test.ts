import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { countingHost } from '../testing/counting-host.ts';
import { actFields, acts } from '../stewards/acts.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { readAnsweredShare } from './answered-share.ts';
import { comments } from './message.ts';

let company: Organisation & { readonly group: string };
beforeEach(async () => {
  company = await organisationWithGroup();
});

async function ask(person: string, kind?: 'question') {
  const { group, key } = company;
  const input = { group, text: 'How?', key: key(), ...(kind ? { kind } : {}) };
  return await company.as(person).wall.post(input);
}

async function reply(person: string, post: string) {
  const { group, key } = company;
  return await company.as(person).wall.comment({ group, post, text: 'Like this', key: key() });
}

const share = (person = 'daan') => company.as(person).wall.answered({ group: company.group });

describe('the share of answered questions', () => {
  it('is of questions alone, and says within what time half of them were answered', async () => {
    const first = await ask('ada', 'question');
    const second = await ask('bram', 'question');
    await ask('chloe');
    await ask('chloe', 'question');
    company.clock.advance(minute);
    await reply('emre', first.id);
    company.clock.advance(9 * minute);
    await reply('emre', second.id);
    expect(await share()).toEqual({ questions: 3, answered: 2, half: minute });
  });

  it('counts neither what the asker adds nor an answer that was deleted', async () => {
    const { group } = company;
    const { id } = await ask('ada', 'question');
    await reply('ada', id);
    const { id: answer, version } = await reply('bram', id);
    const message = { group, kind: 'comment', id: answer } as const;
    await company.as('bram').wall.remove({ ...message, version, reason: '' });
    expect(await share()).toEqual({ questions: 1, answered: 0 });
  });

  it('counts no answer that a steward hid, and one that somebody else «hid»', async () => {
    const { group, key } = company;
    const { id: post } = await ask('bram', 'question');
    const { id } = await reply('chloe', post);
    company.clock.advance(minute);
    // Emre is no steward, and writes by hand what only a steward may say.
    const fields = actFields(
      { family: 'hide', post, target: `comment:${id}`, reason: 'because I say so' },
      'emre',
    );
    await company.host('emre').store.insert(acts, groupContainer(group), key(), fields);
    expect(await share()).toMatchObject({ questions: 1, answered: 1 });
    const message = { group, kind: 'comment', id } as const;
    await company.as('ada').stewards.hide({ ...message, reason: 'names a customer', key: key() });
    expect(await share('bram')).toEqual({ questions: 1, answered: 0 });
    expect(await share('ada')).toEqual({ questions: 1, answered: 0 });
  });

  it('is not of a question that a steward hid, and counts nothing said after a close', async () => {
    const { group, key } = company;
    const { id: hidden } = await ask('bram', 'question');
    await ask('chloe', 'question');
    const { id: closed } = await ask('daan', 'question');
    company.clock.advance(minute);
    const reason = 'names a customer';
    const message = { group, kind: 'post', id: hidden } as const;
    await company.as('ada').stewards.hide({ ...message, reason, key: key() });
    await company.as('ada').stewards.close({ group, post: closed, reason, key: key() });
    company.clock.advance(minute);
    const late = { post: closed, parent: '', text: 'So', edited: false, deleted: false };
    const row = { ...late, reason: '', to: 'daan' };
    await company.host('emre').store.insert(comments, groupContainer(group), key(), row);
    expect(await share()).toEqual({ questions: 2, answered: 0 });
  });

  it('leaves out a question whose first comments are all its asker’s', async () => {
    const { id } = await ask('ada', 'question');
    for (let at = 0; at < 5; at += 1) await reply('ada', id);
    await reply('bram', id);
    expect(await share()).toEqual({ questions: 0, answered: 0 });
  });

  it('counts a genuine answer and no row that breaks the rules', async () => {
    const { id } = await ask('ada', 'question');
    const fields = { post: id, parent: '', text: ' ', edited: false, deleted: false, reason: '' };
    const container = groupContainer(company.group);
    const row = { ...fields, to: 'ada' };
    await company.host('emre').store.insert(comments, container, 'empty', row);
    expect(await share()).toEqual({ questions: 1, answered: 0 });
    await reply('emre', id);
    expect(await share()).toMatchObject({ questions: 1, answered: 1 });
  });

  it('takes two round trips, and one where nobody asked anything', async () => {
    const reads = async (): Promise<number> => {
      const { host, reads: asked } = countingHost(company.host('daan'));
      await readAnsweredShare(host, company.group);
      return asked.length;
    };
    expect(await reads()).toBe(1);
    await ask('ada', 'question');
    expect(await reads()).toBe(2);
  });

  it('is what a recount of the whole history gives', async () => {
    const person = fc.constantFrom('ada', 'bram', 'chloe');
    const step = fc.oneof(
      fc.record({ does: fc.constant('ask' as const), person }),
      fc.record({ does: fc.constant('share' as const), person }),
      fc.record({ does: fc.constant('reply' as const), person, to: fc.nat(11) }),
    );
    const steps = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 90 })), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        company = await organisationWithGroup();
        const told: {
          id: string;
          by: string;
          at: number;
          isQuestion: boolean;
          first?: number;
          own: number;
        }[] = [];
        for (const [each, minutes] of history) {
          company.clock.advance(minutes * minute);
          if (each.does !== 'reply') {
            const isQuestion = each.does === 'ask';
            const { id } = await ask(each.person, isQuestion ? 'question' : undefined);
            told.push({ id, by: each.person, at: company.clock.now(), isQuestion, own: 0 });
            continue;
          }
          const post = told[each.to % Math.max(1, told.length)];
          if (!post) continue;
          await reply(each.person, post.id);
          if (each.person !== post.by) post.first ??= company.clock.now();
          else if (post.first === undefined) post.own += 1;
        }
        const known = told.filter(({ isQuestion, own }) => isQuestion && own < 5);
        const times = known.flatMap(({ at, first }) => (first === undefined ? [] : [first - at]));
        const { half, ...numbers } = await share();
        expect(numbers).toEqual({ questions: known.length, answered: times.length });
        // Half of them or more waited no longer than it, and fewer than half waited less.
        const within = (limit: number) => times.filter((time) => time <= limit).length;
        if (half === undefined) {
          expect(times).toEqual([]);
          return;
        }
        expect(times).toContain(half);
        expect(within(half) * 2).toBeGreaterThanOrEqual(times.length);
        expect(within(half - 1) * 2).toBeLessThan(times.length);
      }),
      { numRuns: 200 },
    );
  });
});
