/** Asking to be let into a closed group. */
import { describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { closedContainer } from '../kernel/container.ts';
import type { Containers, Host, Store } from '../kernel/ports.ts';
import { directoryPeople, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { secretGroups } from './group.ts';

const book = { name: 'Book club', purpose: 'One book a month' };
const key = 'key-of-the-draft';

const companies = {
  stewards: () => organisation(directoryPeople, undefined, 'stewards'),
  owners: () => organisation(directoryPeople, ['emre'], 'owners'),
};

/** A group that Ada founded, with an owner's help where the host takes one. */
async function found(company: Organisation, access: 'closed' | 'secret' = 'closed') {
  const ada = company.as('ada').groups;
  const { id: group, requested } = await ada.create({ ...book, access, key });
  if (requested) await company.as('emre').groups.approve({ group, by: 'ada' });
  await ada.browse({});
  return group;
}

/** The owner of the host opens the list of groups. */
const ownerComesBy = (company: Organisation) => company.as('emre').groups.requests();

const listedFor = async (company: Organisation, person: string) => {
  const { own, others } = await company.as(person).groups.browse({});
  return { own, others };
};

describe.each(['stewards', 'owners'] as const)('where %s are asked', (asking) => {
  it('somebody asks, is let in, and has the group among theirs', async () => {
    const company = companies[asking]();
    const group = await found(company);
    expect((await listedFor(company, 'bram')).others).toMatchObject([{ id: group, asking }]);
    await company.as('bram').groups.ask({ group, note: ' I read a lot ' });
    const before = await listedFor(company, 'bram');
    expect(before.own).toMatchObject([{ id: group, name: book.name, asked: true, joined: false }]);
    expect(before.others).toEqual([]);
    await ownerComesBy(company);
    const asks = await company.as('ada').groups.asks({ group });
    const passedOn = asking === 'owners' ? { passedOnBy: { name: 'Emre Yıldız' } } : {};
    expect(asks).toMatchObject([
      { kind: 'join', by: { name: 'Bram de Wit' }, note: 'I read a lot', ...passedOn },
    ]);
    await company.as('ada').groups.admit({ group, person: 'bram', role: 'member' });
    expect(await company.as('ada').groups.asks({ group })).toEqual([]);
    const after = await listedFor(company, 'bram');
    expect(after.own).toMatchObject([{ id: group, joined: true }]);
    expect(after.own[0]).not.toHaveProperty('asked');
    expect(await company.host('bram').containers.joinsAsked()).toEqual([]);
  });

  it('a steward says «not now», and the asker may ask again', async () => {
    const company = companies[asking]();
    const group = await found(company);
    await company.as('bram').groups.ask({ group, note: '' });
    await ownerComesBy(company);
    await company.as('ada').groups.endAsk({ group, by: 'bram' });
    await ownerComesBy(company);
    expect(await company.as('ada').groups.asks({ group })).toEqual([]);
    const { own, others } = await listedFor(company, 'bram');
    expect(own).toEqual([]);
    expect(others[0]).not.toHaveProperty('asked');
  });

  it('takes it back', async () => {
    const company = companies[asking]();
    const group = await found(company);
    await company.as('bram').groups.ask({ group, note: '' });
    await ownerComesBy(company);
    await company.as('bram').groups.endAsk({ group, by: 'bram' });
    await ownerComesBy(company);
    expect(await company.as('ada').groups.asks({ group })).toEqual([]);
    expect((await listedFor(company, 'bram')).own).toEqual([]);
  });

  it('nobody ends another’s, and no member is told of it', async () => {
    const company = companies[asking]();
    const group = await found(company);
    await company.as('ada').groups.admit({ group, person: 'chloe', role: 'member' });
    await company.as('bram').groups.ask({ group, note: '' });
    await ownerComesBy(company);
    for (const other of ['chloe', 'daan']) {
      const ended = company.as(other).groups.endAsk({ group, by: 'bram' });
      await expect(ended).rejects.toMatchObject({ tag: 'Forbidden' });
    }
    expect(await company.as('chloe').groups.asks({ group })).toEqual([]);
    expect(await company.as('ada').groups.asks({ group })).toHaveLength(1);
  });

  it('asked a thousand times it is one ask, with its first words', async () => {
    const company = companies[asking]();
    const group = await found(company);
    for (let turn = 0; turn < 1_000; turn += 1) {
      await company.as('bram').groups.ask({ group, note: `Turn ${turn}` });
    }
    await ownerComesBy(company);
    expect(await company.as('ada').groups.asks({ group })).toMatchObject([{ note: 'Turn 0' }]);
  });

  it('asking for a group that one is in changes nothing', async () => {
    const company = companies[asking]();
    const group = await found(company);
    await company.as('ada').groups.ask({ group, note: '' });
    await ownerComesBy(company);
    expect(await company.as('ada').groups.asks({ group })).toEqual([]);
    expect((await listedFor(company, 'ada')).own).toMatchObject([{ joined: true, steward: false }]);
  });

  it('asking for an open group joins it', async () => {
    const company = companies[asking]();
    const { id: group } = await company.as('ada').groups.create({ ...book, access: 'open' });
    await company.as('bram').groups.ask({ group, note: 'Hello' });
    expect(await company.as('bram').groups.read({ group })).toMatchObject({ joined: true });
  });

  it('refuses a line that is too long, and shows none that was written by hand too long', async () => {
    const company = companies[asking]();
    const group = await found(company);
    const long = 'a'.repeat(301);
    await expect(company.as('bram').groups.ask({ group, note: long })).rejects.toMatchObject({
      data: { field: 'note', reason: 'too-long' },
    });
    await company.host('bram').containers.askToJoin(group, long);
    await company.host('daan').containers.askToJoin(group, '\u200B\u202E');
    await ownerComesBy(company);
    expect((await company.as('ada').groups.asks({ group })).map(({ note }) => note)).toEqual([
      '',
      '',
    ]);
  });
});

describe('a secret group', () => {
  /** What a call asked of its host, and what it was answered. */
  async function recorded(company: Organisation, group: string) {
    const host = company.host('bram');
    const asked: string[] = [];
    const noting = <Port extends Store | Containers>(port: Port): Port =>
      new Proxy(port, {
        get: (target, name) => {
          const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
          return (...args: unknown[]) => {
            asked.push(`${String(name)} ${JSON.stringify(args)}`.replaceAll(group, 'the group'));
            return method.apply(target, args);
          };
        },
      });
    const noted: Host = {
      ...host,
      store: noting(host.store),
      containers: noting(host.containers),
    };
    const answer: unknown = await createCommunity(noted)
      .groups.ask({ group, note: 'Let me in' })
      .catch((error: unknown) => error);
    const { tag, message } = answer as { tag: string; message: string };
    return { tag, message: message.replaceAll(group, 'the group'), asked: asked.length };
  }

  it.each(['stewards', 'owners'] as const)(
    'R13: answers like a group that is not there, with as many requests (%s)',
    async (asking) => {
      const company = companies[asking]();
      const group = await found(company, 'secret');
      const there = await recorded(company, group);
      expect(there).toMatchObject({ tag: 'NotFound' });
      expect(await recorded(company, `${secretGroups}key-of-no-group-a`)).toEqual(there);
      expect(await recorded(company, closedContainer('key-of-no-group-a'))).toEqual(there);
      expect(await company.host('bram').containers.joinsAsked()).toEqual([]);
    },
  );

  it('is passed on by no owner, whatever somebody writes by hand', async () => {
    const company = companies.owners();
    const group = await found(company, 'secret');
    await company.host('bram').containers.askToJoin(group, 'I know that you are there');
    await ownerComesBy(company);
    expect(await company.as('ada').groups.asks({ group })).toEqual([]);
    expect(await listedFor(company, 'bram')).toEqual({ own: [], others: [] });
  });
});

describe('an owner’s page', () => {
  it('shows its requests though passing on fails', async () => {
    const company = companies.owners();
    const group = await found(company);
    await company.as('bram').groups.ask({ group, note: '' });
    await company.as('daan').groups.create({ ...book, name: 'Chess', access: 'closed' });
    company.faults.inject({ kind: 'offline', on: 'write' });
    expect(await ownerComesBy(company)).toHaveLength(1);
    company.faults.heal();
    await ownerComesBy(company);
    expect(await company.as('ada').groups.asks({ group })).toHaveLength(1);
  });
});
