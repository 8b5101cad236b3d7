/** Reports and appeals: who reads them, and what is answered. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groups } from '../groups/collections.ts';
import { communityContainer, groupContainer, lettersOf } from '../kernel/container.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { forger, malformed } from '../testing/forger.ts';
import { reports } from './letters.ts';

let company: Organisation;
let group: string;
let post: string;

/** Ada founded the group, Daan owns the host. Bram wrote the post. */
beforeEach(async () => {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  await write('bram');
});

const pass = () => company.clock.advance(minute);
async function write(by: string): Promise<void> {
  const said = { group, text: 'Foo left us', key: company.key() };
  post = (await company.as(by).wall.post(said)).id;
  pass();
}
const ref = () => ({ group, kind: 'post', id: post }) as const;
const report = (by: string, note = 'Look') =>
  company.as(by).stewards.report({ ...ref(), why: 'private', note });
const hide = async (by: string) => {
  const reason = 'names a customer';
  await company.as(by).stewards.hide({ ...ref(), reason, key: company.key() });
  pass();
};
const waiting = (person: string) => company.as(person).stewards.waiting({ group });

async function shutGroup(): Promise<void> {
  company = organisation();
  const about = { name: 'Board', purpose: '', access: 'closed' } as const;
  ({ id: group } = await company.as('ada').groups.create(about));
  for (const person of ['bram', 'chloe', 'emre']) {
    await company.as('ada').groups.admit({ group, person, role: 'member' });
  }
  await write('bram');
}

describe('a report', () => {
  it('is read by owners of the host, and by nobody else', async () => {
    await report('emre');
    expect(await waiting('daan')).toMatchObject([
      {
        by: { id: 'emre' },
        kind: 'report',
        why: 'private',
        note: 'Look',
        author: { id: 'bram' },
        text: 'Foo left us',
      },
    ]);
    for (const person of ['ada', 'bram', 'emre']) {
      await expect(waiting(person)).rejects.toMatchObject({ tag: 'Forbidden' });
      expect(await company.as(person).stewards.readsLetters({ group })).toBe(false);
    }
    expect(await company.as('daan').stewards.readsLetters({ group })).toBe(true);
  });

  it('says before whom it reaches', async () => {
    const readers = (person: string) => company.as('emre').stewards.readers({ group, person });
    expect(await readers('bram')).toBe('owners');
    await shutGroup();
    expect(await readers('bram')).toBe('stewards');
    // Nobody tells stewards of one of them.
    expect(await readers('ada')).toBeUndefined();
  });

  it('is one a person and message, which the latest words replace', async () => {
    await report('emre', 'First');
    await report('emre', 'Second');
    expect((await waiting('daan')).map(({ note }) => note)).toEqual(['Second']);
  });

  it('hides nothing, however many there are, and is over once a steward hid the message', async () => {
    for (const person of ['ada', 'chloe', 'emre', 'daan']) await report(person);
    const { posts } = await company.as('chloe').wall.read({ group });
    expect(posts[0]).toMatchObject({ text: 'Foo left us' });
    expect(await waiting('daan')).toHaveLength(4);
    await hide('ada');
    expect(await waiting('daan')).toEqual([]);
  });

  it('is not of what one wrote oneself', async () => {
    await expect(report('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('in a closed group is read by its stewards; one about a steward is not sent to them', async () => {
    await shutGroup();
    await report('emre');
    expect(await waiting('ada')).toHaveLength(1);
    await write('ada');
    await expect(report('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await waiting('ada')).toHaveLength(1);
  });

  it('is not told to whom it is about, who became a steward since', async () => {
    await shutGroup();
    await report('emre');
    await company.as('ada').groups.admit({ group, person: 'bram', role: 'steward' });
    expect(await waiting('bram')).toEqual([]);
    expect(await waiting('ada')).toHaveLength(1);
  });

  it('is found among very many by another colleague, of which some are shown', async () => {
    await report('emre', 'Honest');
    pass();
    const place = lettersOf(groupContainer(group));
    for (let n = 0; n < 300; n += 1) {
      const row = { post: `x${n}`, target: `post:x${n}`, why: 'other', note: 'x' };
      await forger(company, 'chloe').write(reports, place, `report:post:x${n}`, row);
    }
    const all = await waiting('daan');
    expect(all).toHaveLength(60);
    expect(all.at(-1)).toMatchObject({ by: { id: 'emre' }, note: 'Honest' });
  });

  describe('of a message that is in order', () => {
    const letStand = async (person: string) => {
      await company.as(person).stewards.letStand({ ...ref(), key: company.key() });
      pass();
    };

    it('is over, also for other stewards of a closed group; a later one waits again', async () => {
      await shutGroup();
      await company.as('ada').groups.admit({ group, person: 'chloe', role: 'steward' });
      await report('emre');
      pass();
      await letStand('ada');
      expect(await waiting('ada')).toEqual([]);
      expect(await waiting('chloe')).toEqual([]);
      await company.as('ada').groups.admit({ group, person: 'daan', role: 'member' });
      await report('daan');
      expect(await waiting('chloe')).toMatchObject([{ by: { id: 'daan' } }]);
      pass();
      await letStand('chloe');
      expect(await waiting('ada')).toEqual([]);
    });

    it('is over for the owner of the host who said so, and nobody else learns of it', async () => {
      await report('emre');
      pass();
      await letStand('daan');
      expect(await waiting('daan')).toEqual([]);
      const { posts } = await company.as('bram').wall.read({ group });
      expect(posts[0]).not.toHaveProperty('hidden');
    });

    it('is not for members to say, also by hand, and not for who wrote it', async () => {
      await report('emre');
      pass();
      await expect(letStand('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
      const place = lettersOf(groupContainer(group));
      const row = { post, target: `post:${post}`, why: 'stands', note: '' };
      await forger(company, 'bram').write(reports, place, `stands:post:${post}:1`, row);
      expect(await waiting('daan')).toHaveLength(1);
      await write('daan');
      await report('emre');
      await expect(letStand('daan')).rejects.toMatchObject({ tag: 'Forbidden' });
    });

    it('is not over by the word of who wrote it and became a steward since', async () => {
      await shutGroup();
      await report('emre');
      await company.as('ada').groups.admit({ group, person: 'bram', role: 'steward' });
      pass();
      const place = lettersOf(groupContainer(group));
      const row = { post, target: `post:${post}`, why: 'stands', note: '' };
      await forger(company, 'bram').write(reports, place, `stands:post:${post}:1`, row);
      expect(await waiting('ada')).toHaveLength(1);
    });
  });

  it('that somebody forged is not shown', async () => {
    const place = lettersOf(groupContainer(group));
    const row = { post, target: `post:${post}`, why: 'private', note: 'x' };
    await forger(company).write(reports, place, 'report:post:404', row);
    await forger(company).write(reports, place, 'other', { ...row, why: 'burn' });
    await forger(company).write(reports, place, `appeal:post:${post}`, { ...row, why: 'appeal' });
    expect(await waiting('daan')).toEqual([]);
  });
});

describe('an appeal', () => {
  const appeal = (by: string, note = 'It names nobody') =>
    company.as(by).stewards.appeal({ ...ref(), note });
  const settle = async (by: string, shown: boolean) => {
    const reason = shown ? '' : 'the name is in it';
    await company.as(by).stewards.settle({ ...ref(), shown, reason, key: company.key() });
    pass();
  };

  beforeEach(async () => {
    await shutGroup();
    await company.as('ada').groups.admit({ group, person: 'chloe', role: 'steward' });
  });

  it('is the author’s, once, about what is hidden', async () => {
    await expect(appeal('bram')).rejects.toMatchObject({ tag: 'NotFound' });
    await hide('ada');
    await expect(appeal('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await company.as('bram').stewards.appealed(ref())).toBe(false);
    await appeal('bram');
    await appeal('bram', 'again');
    expect(await company.as('bram').stewards.appealed(ref())).toBe(true);
    expect(await waiting('chloe')).toMatchObject([{ kind: 'appeal', note: 'It names nobody' }]);
  });

  it('is answered by another steward than the one who hid it', async () => {
    await hide('ada');
    await appeal('bram');
    expect(await waiting('ada')).toMatchObject([{ forAnother: true }]);
    await expect(settle('ada', false)).rejects.toMatchObject({ tag: 'Forbidden' });
    await settle('chloe', false);
    const { posts } = await company.as('bram').wall.read({ group });
    expect(posts[0]?.hidden?.settled).toMatchObject({
      by: { id: 'chloe' },
      reason: 'the name is in it',
    });
    expect(await waiting('ada')).toEqual([]);
  });

  it('that is heard shows the message again', async () => {
    await hide('ada');
    await appeal('bram');
    await settle('chloe', true);
    const { posts } = await company.as('emre').wall.read({ group });
    expect(posts[0]).toMatchObject({ text: 'Foo left us' });
    expect(await waiting('chloe')).toEqual([]);
  });

  it('is answered by who hid it where there is no other steward', async () => {
    await company.as('ada').groups.admit({ group, person: 'chloe', role: 'member' });
    await hide('ada');
    await appeal('bram');
    await settle('ada', false);
    const { posts } = await company.as('bram').wall.read({ group });
    expect(posts[0]?.hidden?.settled).toMatchObject({ by: { id: 'ada' } });
  });
});

describe('where letters wait', () => {
  const told = (person: string, groups: readonly string[] = [group]) =>
    company.as(person).stewards.lettersWaiting({ groups });

  it('is told to owners of the host, in whichever open group, and to nobody else', async () => {
    expect(await told('daan', [])).toEqual([]);
    await report('emre');
    await report('chloe');
    expect(await told('daan', [])).toEqual([{ group, name: 'Lunch run', letters: 2 }]);
    for (const person of ['ada', 'bram', 'emre']) expect(await told(person), person).toEqual([]);
    await hide('ada');
    expect(await told('daan')).toEqual([]);
  });

  it('is told to the stewards of a closed group, while one may answer', async () => {
    await shutGroup();
    await company.as('ada').groups.admit({ group, person: 'chloe', role: 'steward' });
    await report('emre');
    expect(await told('ada')).toEqual([{ group, name: '', letters: 1 }]);
    for (const person of ['bram', 'emre', 'daan']) expect(await told(person), person).toEqual([]);
    await hide('ada');
    await company.as('bram').stewards.appeal({ ...ref(), note: '' });
    expect(await told('ada')).toEqual([]);
    expect(await told('chloe')).toHaveLength(1);
  });

  it('is told whatever rows somebody writes by hand among the groups', async () => {
    await report('emre');
    for (const [number, row] of malformed.entries()) {
      const written = forger(company, 'chloe').write(
        groups,
        communityContainer,
        `row ${number}`,
        row,
      );
      // Not every host takes each of them.
      await written.catch(() => undefined);
    }
    expect(await told('daan', [])).toMatchObject([{ group, letters: 1 }]);
  });

  it('is found behind very many letters about another group', async () => {
    await report('emre');
    pass();
    const many = await company.as('ada').groups.create({ name: 'Vans', purpose: '' });
    const place = lettersOf(groupContainer(many.id));
    for (let n = 0; n < 310; n += 1) {
      const row = { post: `x${n}`, target: `post:x${n}`, why: 'other', note: 'x' };
      await forger(company, 'chloe').write(reports, place, `report:post:x${n}`, row);
    }
    expect((await told('daan', [])).map((each) => each.group)).toContain(group);
  });
});
