/** The list of groups on a host with parts: those of the page's own part first, the others on request. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import type { Community } from '../community.ts';
import type { Host } from '../kernel/ports.ts';
import type { Query, Rows } from '../kernel/query.ts';
import { organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import type { GroupPage } from './browse.ts';
import { nextAfter, startAt } from './start.ts';

let company: Organisation;
/** The groups of the page's own part. */
let here: Set<string>;

beforeEach(() => {
  company = organisation();
  here = new Set();
});

/** The answer of a host with parts to a query about those here, or elsewhere. */
function limited(query: Query, answer: unknown): unknown {
  if (query.kind !== 'rows' || query.where === undefined) return answer;
  const { records, ...rest } = answer as Rows<unknown>;
  const kept = records.filter(({ id }) => here.has(id) === (query.where === 'here'));
  return { ...rest, records: kept, ...(query.where === 'here' ? { elsewhere: true } : {}) };
}

/** A page of somebody in the part that the groups `here` belong to. */
function pageOf(person: string): Community {
  const host = company.host(person);
  const read = async (queries: readonly Query[]): Promise<unknown> => {
    const answers: readonly unknown[] = await host.store.read(queries);
    return answers.map((answer, at) => limited(queries[at] as Query, answer));
  };
  return createCommunity({
    ...host,
    store: { ...host.store, read: read as Host['store']['read'] },
  });
}

async function start(name: string, isHere: boolean, by = 'ada'): Promise<string> {
  const { id } = await company.as(by).groups.create({ name, purpose: '' });
  if (isHere) here.add(id);
  return id;
}

const names = ({ own, others }: GroupPage) => ({
  own: own.map(({ name }) => name),
  others: others.map(({ name }) => name),
});

describe('F-A4: the list of groups', () => {
  it('shows those of the page’s own part, and others behind its cursor', async () => {
    await start('Bakers', true);
    await start('Choir', false);
    const { groups } = pageOf('bram');
    const first = await groups.browse({});
    expect(names(first)).toEqual({ own: [], others: ['Bakers'] });
    expect(first.elsewhere).toBe(true);
    const second = await groups.browse({ cursor: first.cursor ?? '' });
    expect(names(second)).toEqual({ own: [], others: ['Choir'] });
    expect(second).not.toHaveProperty('elsewhere');
    expect(second).not.toHaveProperty('cursor');
  });

  it('shows one’s own groups at once, wherever they are, and once', async () => {
    const choir = await start('Choir', false);
    const { groups } = pageOf('bram');
    await groups.join({ group: choir });
    const first = await groups.browse({});
    expect(names(first)).toEqual({ own: ['Choir'], others: [] });
    const second = await groups.browse({ cursor: first.cursor ?? '' });
    expect(names(second)).toEqual({ own: [], others: [] });
  });

  it('of version 0.1, which asks for no next page, has all of them', async () => {
    await start('Bakers', true);
    await start('Choir', false);
    const listed = await pageOf('bram').groups.list({});
    expect(listed.map(({ name }) => name)).toEqual(['Bakers', 'Choir']);
  });

  it('says where to go on as today on a host without parts', async () => {
    await start('Bakers', true);
    const page = await company.as('bram').groups.browse({});
    expect(page).not.toHaveProperty('elsewhere');
    expect(page).not.toHaveProperty('cursor');
  });
});

describe('F-A4: a group is started', () => {
  it.each(['Choir', 'choir', 'Сhoir'])(
    'under no name that one of another part has, or that looks the same: %s',
    async (name) => {
      await start('Choir', false);
      const taken = pageOf('bram').groups.create({ name, purpose: '' });
      await expect(taken).rejects.toMatchObject({ data: { reason: 'name-taken' } });
    },
  );
});

describe('a cursor of the list of groups', () => {
  const more = { records: [], elsewhere: true } as const;
  const all = { records: [] };

  it('goes through what is here, then through what is elsewhere', () => {
    const first = startAt(undefined);
    expect(first).toEqual({ where: 'here' });
    const second = nextAfter(first, more, '1a.b').cursor;
    expect(startAt(second)).toEqual({ where: 'here', cursor: '1a.b' });
    const third = nextAfter(startAt(second), more, undefined);
    expect(third.elsewhere).toBe(true);
    expect(startAt(third.cursor)).toEqual({ where: 'elsewhere' });
    const fourth = nextAfter(startAt(third.cursor), all, '9');
    expect(fourth).not.toHaveProperty('elsewhere');
    expect(startAt(fourth.cursor)).toEqual({ where: 'elsewhere', cursor: '9' });
    expect(nextAfter(startAt(fourth.cursor), all, undefined)).toEqual({});
  });

  it('is the host’s own where it has no parts, as pages that are open have it', () => {
    expect(nextAfter(startAt(undefined), all, '1a.b')).toEqual({ cursor: '1a.b' });
    expect(startAt('1a.b')).toEqual({ cursor: '1a.b' });
    expect(startAt('')).toEqual({ cursor: '' });
    expect(nextAfter(startAt('1a.b'), all, undefined)).toEqual({});
  });
});
