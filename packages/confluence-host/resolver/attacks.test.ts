/**
 * Every operation, by somebody without access who knows every id and writes requests by hand: a table that
 * is generated from the declarations. A new operation is in it; where the kind of a new field says too little, an
 * honest value belongs below.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closedContainer, declaredOperations, groupContainer } from '@kantine/core';
import type { GroupView, PostView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import type { DoorResponse } from './door.ts';
import { declaredHostOperations } from './host-operations.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');

/** Of a field of an input what its kind says. */
interface FieldSchema {
  readonly type: string;
  readonly options?: readonly unknown[];
  /** Of a field that may be left out. */
  readonly wrapped?: FieldSchema;
}

const fieldsOf = new Map<string, readonly string[]>();
const schemas = new Map<string, FieldSchema>();
const declared = [...(await declaredHostOperations()), ...(await declaredOperations())];
for (const [operation, { input }] of declared) {
  const { entries } = input as unknown as { entries: Readonly<Record<string, FieldSchema>> };
  fieldsOf.set(operation, Object.keys(entries));
  for (const [name, schema] of Object.entries(entries)) schemas.set(name, schema);
}

/** A value that a field takes, where there is no better one below. */
function sampleOf({ type, options = [], wrapped }: FieldSchema): unknown {
  if (wrapped) return sampleOf(wrapped);
  const samples: Readonly<Record<string, unknown>> = {
    number: 1,
    boolean: true,
    array: [],
    picklist: options[0],
  };
  return Object.hasOwn(samples, type) ? samples[type] : 'I was here';
}
const operations = [...fieldsOf.keys()];

type Fields = Readonly<Record<string, unknown>>;

describe('nothing is told and nothing done for', () => {
  let organisation: Organisation;
  let honest: Fields;
  let ids: readonly string[];
  let calls = 0;
  let before: string;

  /** What is there, as its owner sees it. */
  async function everything(): Promise<string> {
    const page = { as: anna, space: 'WORK' } as const;
    const { group, closed } = honest as { group: string; closed: string };
    const answers = [];
    for (const each of [group, closed]) {
      answers.push(await organisation.call(page, 'wall.read', { group: each }));
      answers.push(await organisation.call(page, 'groups.members', { group: each }));
    }
    return JSON.stringify(answers);
  }

  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    organisation = await openOrganisation({ isPaced: false });
    const page = { as: anna, space: 'WORK' } as const;
    const ask = async <T>(operation: string, input: object): Promise<T> => {
      const response = await organisation.call(page, operation, input);
      return (response as { value: T }).value;
    };
    const named = { name: 'Hush', purpose: 'hush hush' };
    const { id: group } = await ask<GroupView>('groups.create', named);
    const den = { name: 'Hush den', purpose: 'hush', access: 'secret', key: 'key-of-the-den' };
    const { id: closed } = await ask<GroupView>('groups.create', den);
    const post = (into: string, key: string) =>
      ask<PostView>('wall.post', { group: into, text: 'The hush is out', key });
    const { id } = await post(group, 'key-of-the-first');
    const { id: inClosed } = await post(closed, 'key-of-the-second');
    ids = [
      group,
      closed,
      id,
      inClosed,
      groupContainer(group),
      closedContainer(group),
      `person:${anna}`,
      'community',
      '*',
    ];
    honest = {
      group,
      groups: [group, closed],
      closed,
      post: id,
      id,
      kind: 'post',
      message: { group, kind: 'post', id },
      person: anna,
      by: anna,
      text: 'I was here',
      role: 'steward',
      key: 'key-of-the-intruder',
      until: 1,
      version: '0',
      reason: 'because I say so',
      name: 'Ours now',
      purpose: '',
      access: 'open',
      about: '',
      note: '',
      askMeAbout: [],
      interests: [],
      recipients: [anna],
      value: 'helps-out',
      as: 'thanks',
      cursor: '0',
      limit: 10,
      parent: id,
      request: 'key-of-a-request',
      purposeOf: '',
      enabled: true,
      keepMonths: 1,
      fact: 'plans',
      channel: `kantine-check-${'x'.repeat(24)}`,
      containers: [groupContainer(group), closed, `person:${anna}`, '*'],
      calls: [{ operation: 'wall.read', input: { group } }],
      heard: [],
    };
    await organisation.restrict(ben, 'none');
    before = await everything();
  }, 60_000);
  afterAll(() => organisation.close());

  const inputOf = (operation: string): Fields => {
    const names = (fieldsOf.get(operation) ?? []).filter((name) => !optional.has(name));
    return Object.fromEntries(
      names.map((name) => {
        const schema = schemas.get(name);
        const sample = schema && sampleOf(schema);
        return [name, name in honest ? honest[name] : sample];
      }),
    );
  };

  /** Fields that an operation does without. */
  const optional = new Set(['profileVersion', 'newest', 'around', 'after']);

  function judge(response: DoorResponse, what: string): void {
    const told = JSON.stringify(response);
    expect(told, what).not.toMatch(/hush/i);
    expect(
      Object.keys(response).some((name) => name === 'value' || name === 'error'),
      what,
    ).toBe(true);
  }

  /** Asks from every kind of page, alone and among other calls. */
  async function attack(operation: unknown, input: unknown, more: object = {}): Promise<void> {
    const what = `${String(operation)} ${JSON.stringify(input)} ${JSON.stringify(more)}`;
    for (const space of ['WORK', 'HALL', undefined] as const) {
      const page = space === undefined ? { as: ben } : { as: ben, space };
      // Limits of an installation are tested elsewhere.
      if ((calls += 1) % 40 === 0) await organisation.clock.advance(5000);
      judge(await organisation.call(page, operation as string, input, more), what);
    }
    const payload = { operation, input, ...more };
    const together = { calls: [payload], heard: [] };
    judge(await organisation.call({ as: ben, space: 'HALL' }, 'together', together), what);
  }

  describe.each(operations)('%s', (operation) => {
    it('with a context that the page made up', async () => {
      const space = { id: '300', key: 'WORK' };
      for (const forged of [
        { accountId: anna, cloudId: 'another', context: { accountId: anna, extension: { space } } },
        { principal: { accountId: anna }, extension: { space }, space: '300', names: 'page' },
        { person: anna, caller: { person: anna, space: '300' }, asker: { person: anna } },
        JSON.parse('{"__proto__":{"accountId":"x"},"constructor":{"prototype":{"x":1}}}') as object,
      ]) {
        await attack(operation, inputOf(operation), forged);
      }
    });

    it('with a payload that is no input of it', async () => {
      for (const input of [
        null,
        undefined,
        'text',
        7,
        true,
        [],
        [inputOf(operation)],
        {},
        { ...inputOf(operation), accountId: anna, admin: true },
        JSON.parse('{"__proto__":{"group":"x"}}') as object,
        { constructor: { name: 'Object' } },
      ]) {
        await attack(operation, input);
      }
    });

    it('with ids of others, and with what is no id', async () => {
      const strange = [
        '',
        "' OR 1=1 -- ",
        '%',
        '_',
        'x'.repeat(400),
        '\u0000',
        '\ud800',
        '../../elsewhere',
        { $ne: '' },
        [anna],
        -1,
        1e21,
        null,
      ];
      const input = inputOf(operation);
      for (const name of Object.keys(input)) {
        for (const value of [...ids, ...strange])
          await attack(operation, { ...input, [name]: value });
      }
    });

    it('with cursors that no page gave', async () => {
      if (fieldsOf.get(operation)?.includes('cursor') !== true)
        return expect(operation).toBeTruthy();
      for (const cursor of [
        '',
        '0',
        '-1',
        'zzzzzzzzzzz',
        '1.2',
        '1.2.3.4.5',
        "0' OR '1'='1",
        '1e9',
        'NaN',
        '٣',
        'Infinity',
      ]) {
        await attack(operation, { ...inputOf(operation), cursor });
      }
    });
  });

  it('names of operations that are none', async () => {
    const names = operations.flatMap((name) => [
      `${name} `,
      name.toUpperCase(),
      `${name}.constructor`,
      [name],
      { toString: name },
      `\u200b${name}`,
    ]);
    for (const name of [...names, '', '.', '..', '__proto__', 'wall.__proto__', null, 7]) {
      const response = await organisation.call({ as: ben, space: 'HALL' }, name as string, {});
      expect(response, JSON.stringify(name)).toMatchObject({ error: expect.anything() as object });
      if ((calls += 1) % 40 === 0) await organisation.clock.advance(5000);
    }
  });

  it('anybody: all of it is as it was', async () => {
    expect(calls).toBeGreaterThan(3000);
    expect(await everything()).toBe(before);
  });
});
