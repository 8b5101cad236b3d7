import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Query } from '../kernel/query.ts';
import { Forbidden } from '../kernel/errors.ts';
import { countingHost } from '../testing/counting-host.ts';
import { day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { plainText } from '../mentions/token.ts';
import { mentionToken } from '../mentions/write-token.ts';

let company: Organisation & { readonly group: string };
let group: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
});

const to = mentionToken;
async function post(by: string, text: string, in_ = group, kind?: 'question') {
  company.clock.advance(minute);
  const input = { group: in_, text, key: company.key(), ...(kind ? { kind } : {}) };
  return company.as(by).wall.post(input);
}
async function comment(by: string, on: string, text: string, parent?: string) {
  company.clock.advance(minute);
  const input = { group, post: on, text, key: company.key() };
  return company.as(by).wall.comment(parent === undefined ? input : { ...input, parent });
}
const forYou = (person = 'ada') => company.as(person).catchUp.forYou();
const lines = async (person = 'ada') =>
  (await forYou(person)).lines.map((line) => `${line.by.id} ${line.why}: ${plainText(line)}`);

describe('what waits for somebody', () => {
  it('is who mentioned them, answered their question, commented or replied, newest first', async () => {
    await post('bram', `Ask ${to('ada')}`);
    const question = await post('ada', 'Who has the key?', group, 'question');
    const shared = await post('ada', 'Soup');
    await comment('chloe', question.id, 'I have');
    const own = await comment('ada', shared.id, 'With bread');
    await comment('daan', shared.id, 'Fine');
    await comment('emre', shared.id, 'Rye?', own.id);
    expect(await lines()).toEqual([
      'emre replied: Rye?',
      'daan commented: Fine',
      'chloe answered: I have',
      'bram mentioned: Ask @Ada Lindqvist',
    ]);
    expect((await forYou()).lines[2]).toMatchObject({
      group: { id: group, name: 'Lunch run' },
      message: { group, kind: 'comment' },
      post: question.id,
      by: { name: 'Chloé Martin' },
    });
    expect(await lines('bram')).toEqual([]);
  });

  it('comes with the groups that they are in, whether anything waits there or not', async () => {
    expect((await forYou()).groups).toEqual([{ id: group, name: 'Lunch run' }]);
    await company.as('bram').groups.create({ name: 'Choir', purpose: '' });
    const { groups } = await forYou('bram');
    expect(groups.map(({ name }) => name)).toContain('Choir');
  });

  it('is a message once, though it answers and mentions them', async () => {
    const { id } = await post('ada', 'Soup');
    await comment('bram', id, `${to('ada')}: yes`);
    expect(await lines()).toEqual(['bram commented: @Ada Lindqvist: yes']);
  });

  it('is in open groups that they have not joined, and in closed ones of which they are members', async () => {
    await post('ada', `Ask ${to('bram')}`);
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: board } = await company.as('ada').groups.create(closed);
    await company.as('ada').groups.admit({ group: board, person: 'bram', role: 'member' });
    await post('ada', `${to('bram')}, ${to('chloe')} is not here`, board);
    const { lines: found } = await forYou('bram');
    expect(found.map(({ group: { name } }) => name)).toEqual(['Board', 'Lunch run']);
    expect(await lines('chloe')).toEqual([]);
  });

  it('is nothing of their own, nor of what was deleted, or edited so that it names them no more', async () => {
    await post('ada', `I am ${to('ada')}`);
    const deleted = await post('bram', `One ${to('ada')}`);
    const edited = await post('bram', `Two ${to('ada')}`);
    const message = { group, kind: 'post' } as const;
    await company
      .as('bram')
      .wall.remove({ ...message, id: deleted.id, version: deleted.version, reason: '' });
    await company
      .as('bram')
      .wall.edit({ ...message, id: edited.id, version: edited.version, text: 'Two' });
    expect(await forYou()).toMatchObject({ lines: [], dropped: 0 });
  });

  it('is nothing of muted groups, nor of people whom they would rather not see', async () => {
    await post('bram', `One ${to('ada')}`);
    await post('chloe', `Two ${to('ada')}`);
    await company.as('ada').preferences.block({ person: 'bram' });
    expect(await lines()).toEqual(['chloe mentioned: Two @Ada Lindqvist']);
    await company.as('ada').preferences.mute({ group });
    expect(await lines()).toEqual([]);
  });

  it('is forgotten after two weeks', async () => {
    await post('bram', `One ${to('ada')}`);
    company.clock.advance(13 * day);
    expect(await lines()).toHaveLength(1);
    company.clock.advance(day + 1);
    expect(await lines()).toEqual([]);
  });

  it('is at most 20 mentions a day by one author in one group', async () => {
    for (let turn = 0; turn < 23; turn += 1) await post('bram', `${turn} ${to('ada')}`);
    await post('chloe', `Me too ${to('ada')}`);
    const found = await forYou();
    expect(found.lines).toHaveLength(21);
    expect(found.lines.at(-1)?.text).toBe(`0 ${to('ada')}`);
    expect(found.dropped).toBe(3);
  });

  it('is at most 30 lines, and says where there is more', async () => {
    const { id } = await post('ada', 'Soup');
    for (let turn = 0; turn < 31; turn += 1) await comment('bram', id, `Answer ${turn}`);
    const found = await forYou();
    expect(found.lines).toHaveLength(30);
    expect(found.isMore).toBe(true);
  });

  it('is cut short where it is long, and never within a character or a token', async () => {
    for (let length = 0; length < 12; length += 1) {
      await post('bram', `${to('ada')}${'.'.repeat(length)}${'🍲'.repeat(300)}`);
      await post('bram', `${'.'.repeat(384 + length)}${to('ada')} and so on`);
    }
    const found = await forYou();
    expect(found.lines).toHaveLength(20);
    for (const { text } of found.lines) {
      expect(text.replaceAll(to('ada'), '')).not.toMatch(/[@[]|\p{Surrogate}/u);
      expect(text.length).toBeLessThanOrEqual(401);
    }
  });
});

describe('being done', () => {
  it('with one message leaves the others, and is safe to repeat', async () => {
    await post('bram', `One ${to('ada')}`);
    await post('bram', `Two ${to('ada')}`);
    const [, first] = (await forYou()).lines;
    const line = { group, message: first?.message, until: first?.created } as never;
    await company.as('ada').catchUp.done({ lines: [line] });
    await company.as('ada').catchUp.done({ lines: [line] });
    expect(await lines()).toEqual(['bram mentioned: Two @Ada Lindqvist']);
  });

  it('with all that waits in a group leaves what came later, and what waits elsewhere', async () => {
    const { id: choir } = await company.as('chloe').groups.create({ name: 'Choir', purpose: '' });
    await post('chloe', `Sing ${to('ada')}`, choir);
    await post('bram', `One ${to('ada')}`);
    const [newest] = (await forYou()).lines;
    await post('bram', `Two ${to('ada')}`);
    const until = newest?.created ?? 0;
    await company.as('ada').catchUp.done({ lines: [{ group, until }] });
    expect(await lines()).toEqual([
      'bram mentioned: Two @Ada Lindqvist',
      'chloe mentioned: Sing @Ada Lindqvist',
    ]);
    // It never moves back.
    await company.as('ada').catchUp.done({ lines: [{ group, until: until + 2 * minute }] });
    await company.as('ada').catchUp.done({ lines: [{ group, until }] });
    expect(await lines()).toHaveLength(1);
  });

  it('with a wall that was read is another thing', async () => {
    await post('bram', `One ${to('ada')}`);
    await company.as('ada').wall.markRead({ group, until: company.clock.now() });
    expect(await lines()).toHaveLength(1);
    const [line] = (await forYou()).lines;
    await company.as('ada').catchUp.done({ lines: [{ group, until: line?.created ?? 0 }] });
    const { readUntil } = await company.as('ada').wall.read({ group });
    expect(readUntil).toBe(company.clock.now());
  });
});

describe('asking what waits', () => {
  /** Ada's page, in which reading rows of a group fails. */
  function pageWithout(broken: string, isRight = true) {
    const host = company.host('ada');
    const read = (queries: readonly Query[]): Promise<unknown> => {
      const isAsked = queries.some(
        (query) => query.kind === 'newest' && query.containers.includes(groupContainer(broken)),
      );
      return isAsked ? Promise.reject(new Forbidden('rows')) : host.store.read(queries);
    };
    const containers: Host['containers'] = {
      ...host.containers,
      rights: async (asked) => {
        const rights = await host.containers.rights(asked);
        return isRight ? rights : new Map([...rights, [groupContainer(broken), 'none']]);
      },
    };
    return createCommunity({
      ...host,
      containers,
      store: { ...host.store, read: read as Host['store']['read'] },
    });
  }

  it('takes three round trips, and two where nothing waits', async () => {
    const { host, reads } = countingHost(company.host('ada'));
    const page = createCommunity(host);
    await page.catchUp.forYou();
    expect(reads).toHaveLength(2);
    await post('bram', `One ${to('ada')}`);
    reads.length = 0;
    await page.catchUp.forYou();
    expect(reads).toHaveLength(3);
  });

  it('shows the rest where one group cannot be looked at, and says so', async () => {
    const { id: choir } = await company.as('chloe').groups.create({ name: 'Choir', purpose: '' });
    await post('bram', `One ${to('ada')}`);
    expect(await pageWithout(choir).catchUp.forYou()).toMatchObject({
      lines: [{ why: 'mentioned' }],
      failed: 1,
    });
  });

  it('leaves out without a word what one may not read any more', async () => {
    const { id: choir } = await company.as('chloe').groups.create({ name: 'Choir', purpose: '' });
    await post('bram', `One ${to('ada')}`);
    expect(await pageWithout(choir, false).catchUp.forYou()).toMatchObject({
      lines: [{ why: 'mentioned' }],
      failed: 0,
    });
  });

  it('fails as a whole where the host is out of reach', async () => {
    company.faults.inject({ kind: 'offline', on: 'read' });
    await expect(forYou()).rejects.toMatchObject({ tag: 'Offline' });
  });

  it('goes through the groups of somebody who is in many, part by part', async () => {
    const closed = { purpose: '', access: 'closed' } as const;
    for (let turn = 0; turn < 12; turn += 1) {
      if (turn === 6) company.clock.advance(day);
      const { id } = await company.as('bram').groups.create({ name: `Board ${turn}`, ...closed });
      await company.as('bram').groups.admit({ group: id, person: 'ada', role: 'member' });
      await post('bram', `Hello ${to('ada')}`, id);
    }
    const first = await forYou();
    const second = await company.as('ada').catchUp.forYou({ part: 1 });
    expect([first.lines.length, first.further]).toEqual([6, 6]);
    expect([second.lines.length, second.further]).toEqual([6, 0]);
  });
});
