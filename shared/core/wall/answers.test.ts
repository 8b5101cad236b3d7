import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { answerTarget, markFields, markKey, marks, questionTarget } from './marks.ts';

let company: Organisation & { readonly group: string };
let question: string;
let answer: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  question = await ask('ada');
  answer = await reply('bram');
});

async function ask(person: string): Promise<string> {
  const { group } = company;
  const input = { group, text: 'How do I share a report?', key: company.key(), kind: 'question' };
  return (await company.as(person).wall.post(input as never)).id;
}

async function reply(person: string, text = 'With the button at the top'): Promise<string> {
  company.clock.advance(minute);
  const { group, key } = company;
  return (await company.as(person).wall.comment({ group, post: question, text, key: key() })).id;
}

const accept = (person: string, comment: string | undefined = answer) =>
  company.as(person).wall.accept({ group: company.group, post: question, comment });
const takeBack = (person: string) =>
  company.as(person).wall.accept({ group: company.group, post: question });
const helped = (person: string, isHelped = true, comment = answer) =>
  company.as(person).wall.helped({
    group: company.group,
    post: question,
    comment,
    helped: isHelped,
  });

async function seenBy(person: string) {
  const { posts } = await company.as(person).wall.read({ group: company.group });
  const post = posts.find(({ id }) => id === question);
  if (!post) throw new Error('The question is not on the wall.');
  return post;
}

/** A row that somebody writes by hand. */
const forge = (person: string, mark: Partial<Parameters<typeof markFields>[0]>, key?: string) => {
  const whole = {
    family: 'accept',
    target: questionTarget(question),
    post: question,
    value: answer,
    to: 'bram',
    ...mark,
  } as const;
  return company
    .host(person)
    .store.insert(
      marks,
      groupContainer(company.group),
      key ?? markKey(whole.family, whole.target),
      markFields(whole),
    );
};

describe('a question', () => {
  it('is told from what is only shared, and from posts of earlier versions', async () => {
    const { group } = company;
    await company.as('ada').wall.post({ group, text: 'Soup', key: company.key() });
    const { posts } = await company.as('bram').wall.read({ group });
    expect(posts.map(({ kind }) => kind)).toEqual([undefined, 'question']);
  });

  it('is solved by the answer that its author accepts, until they take that back', async () => {
    await accept('ada');
    expect((await seenBy('daan')).accepted).toMatchObject({ id: answer, author: { id: 'bram' } });
    const better = await reply('chloe');
    await accept('ada', better);
    expect((await seenBy('daan')).accepted?.id).toBe(better);
    await takeBack('ada');
    expect((await seenBy('daan')).accepted).toBeUndefined();
    await accept('ada');
    expect((await seenBy('daan')).accepted?.id).toBe(answer);
  });

  it('is open again once the answer that solved it is deleted', async () => {
    await accept('ada');
    const { group } = company;
    const { version } = (await seenBy('bram')).comments[0] ?? { version: '' };
    const message = { group, kind: 'comment', id: answer } as const;
    await company.as('bram').wall.remove({ ...message, version, reason: '' });
    expect((await seenBy('daan')).accepted).toBeUndefined();
  });

  it('is solved by nobody else, and by no message of another question', async () => {
    await expect(accept('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(accept('ada', 'nothing')).rejects.toMatchObject({ tag: 'NotFound' });
    question = await ask('ada');
    await expect(accept('ada')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('is nothing that one merely shares', async () => {
    const { group } = company;
    const { id } = await company.as('ada').wall.post({ group, text: 'Soup', key: company.key() });
    question = id;
    await expect(takeBack('ada')).rejects.toMatchObject({ tag: 'NotFound' });
  });
});

describe('an answer', () => {
  it('says how many it helped too, each once, its own writer never', async () => {
    await helped('chloe');
    await helped('chloe');
    await helped('daan');
    expect((await seenBy('daan')).comments[0]).toMatchObject({ helped: 2, helpedMe: true });
    expect((await seenBy('ada')).comments[0]).not.toHaveProperty('helpedMe');
    await helped('daan', false);
    await helped('daan', false);
    expect((await seenBy('daan')).comments[0]).toMatchObject({ helped: 1 });
    await expect(helped('bram')).rejects.toMatchObject({ tag: 'Invalid' });
  });

  it('says so on a later page of comments too', async () => {
    await helped('daan');
    const { group } = company;
    const { comments } = await company.as('daan').wall.comments({ group, post: question });
    expect(comments[0]).toMatchObject({ helped: 1, helpedMe: true });
  });
});

describe('marks by hand', () => {
  it('accept nothing for a colleague, and credit nobody but who wrote the answer', async () => {
    await forge('bram', {});
    await forge('chloe', { to: 'chloe' });
    expect((await seenBy('daan')).accepted).toBeUndefined();
    await forge('ada', { to: 'chloe' });
    expect((await seenBy('daan')).accepted).toBeUndefined();
  });

  it('that do not fit their key, name nothing or praise oneself change nothing', async () => {
    await forge('ada', {}, 'another key');
    await forge('ada', { value: 'nothing' });
    const own = { family: 'helped', target: answerTarget(answer), value: '1' } as const;
    await forge('bram', own);
    await forge('chloe', { ...own, value: '100' });
    await forge('daan', own, 'helped:many');
    const seen = await seenBy('emre');
    expect(seen.accepted).toBeUndefined();
    expect(seen.comments[0]).not.toHaveProperty('helped');
  });

  it.each([
    ['on other posts', (n: number) => ({ post: `x${n}`, target: questionTarget(`x${n}`) })],
    ['on this one', () => ({})],
  ])('%s hide no answer that was accepted, however many there are', async (_, about) => {
    await accept('ada');
    for (let n = 0; n < 101; n += 1)
      await forge('emre', { value: '', ...about(n) }, `by hand ${n}`);
    expect((await seenBy('daan')).accepted?.id).toBe(answer);
    company.clock.advance(minute);
    await takeBack('ada');
    expect((await seenBy('daan')).accepted).toBeUndefined();
  });

  it('leave the honest ones as they are, in whatever order they are read', async () => {
    await accept('ada');
    await helped('daan');
    const person = fc.constantFrom('bram', 'chloe', 'emre');
    const family = fc.constantFrom('accept', 'helped');
    const forged = fc.record({ person, family, value: fc.constantFrom('', '2', 'x') });
    await fc.assert(
      fc.asyncProperty(fc.array(forged, { maxLength: 6 }), async (all) => {
        for (const [at, mark] of all.entries()) {
          const target = mark.family === 'accept' ? questionTarget(question) : answerTarget(answer);
          const { value, family } = mark as { value: string; family: 'accept' | 'helped' };
          await forge(mark.person, { family, value, target }, `${family}:${target}${at}`);
        }
        const seen = await seenBy('emre');
        expect(seen.accepted?.id).toBe(answer);
        expect(seen.comments[0]?.helped).toBe(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('an answer that a steward accepts', () => {
  const others = async () => {
    // Chloé asks, so that Ada, who founded the group, is not the asker.
    question = await ask('chloe');
    answer = await reply('bram');
  };

  it('is shown as the steward’s choice, to everybody', async () => {
    await others();
    await accept('ada');
    const post = await seenBy('daan');
    expect(post.accepted?.id).toBe(answer);
    expect(post.acceptedBy?.id).toBe('ada');
    expect((await seenBy('chloe')).acceptedBy?.id).toBe('ada');
  });

  it('is shown however many members accept by hand', async () => {
    await others();
    await accept('ada');
    for (let n = 0; n < 101; n += 1) await forge('emre', { value: '' }, `by hand ${n}`);
    expect((await seenBy('daan')).acceptedBy?.id).toBe('ada');
  });

  it('gives way to what the asker says later, and the asker’s to what a steward says later', async () => {
    await others();
    const second = await reply('daan', 'By mail');
    await accept('ada');
    company.clock.advance(minute);
    await accept('chloe', second);
    const post = await seenBy('emre');
    expect([post.accepted?.id, post.acceptedBy]).toEqual([second, undefined]);
    company.clock.advance(minute);
    await takeBack('ada');
    expect((await seenBy('emre')).accepted).toBeUndefined();
  });

  it('is accepted by nobody who is a steward no more, and by no member', async () => {
    await others();
    const { group, key } = company;
    await expect(accept('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
    await company.as('ada').stewards.appoint({ group, person: 'emre', key: key() });
    company.clock.advance(minute);
    await company.as('ada').stewards.dismiss({ group, person: 'emre', key: key() });
    company.clock.advance(minute);
    await expect(accept('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
    await forge('emre', {});
    expect((await seenBy('daan')).accepted).toBeUndefined();
  });

  it('of a closed group is accepted at its desk', async () => {
    const shut = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: group } = await company.as('ada').groups.create(shut);
    for (const person of ['bram', 'chloe'] as const) {
      await company.as('ada').groups.admit({ group, person, role: 'member' });
    }
    company = { ...company, group };
    await others();
    await expect(accept('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    await forge('bram', { to: 'bram' });
    expect((await seenBy('chloe')).accepted).toBeUndefined();
    await accept('ada');
    const post = await seenBy('chloe');
    expect([post.accepted?.id, post.acceptedBy?.id]).toEqual([answer, 'ada']);
  });
});
