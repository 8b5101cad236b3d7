/** Who hears of what: a channel belongs to one container, whatever ids people choose. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { ownChannel } from './channels.ts';
import type { Listening } from './listen.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');

describe('the channel of a secret group', () => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation();
  });
  afterEach(() => organisation.close());

  async function value<Value>(as: string, operation: string, input: object): Promise<Value> {
    const answer = await organisation.call({ as, space: 'WORK' }, operation, input);
    if ('error' in answer) throw new Error(`${operation}: ${answer.error.message}`);
    return answer.value as Value;
  }
  const start = async (as: string, key: string): Promise<string> => {
    const input = { name: 'Den', purpose: '', access: 'secret', key };
    return (await value<GroupView>(as, 'groups.create', input)).id;
  };

  it('is not opened by a group whose id is alike, to somebody who was a member once', async () => {
    const theirs = await start(anna, 'key_of_the_den');
    const own = await start(ben, 'key.of.the.den');
    const hear = (as: string, containers: readonly string[]) =>
      value<Listening>(as, 'hear', { containers });
    const [heardByBen, heardByAnna] = [await hear(ben, [own]), await hear(anna, [theirs])];
    expect(heardByAnna.channels).toHaveLength(1);
    expect(heardByBen.channels).toHaveLength(1);
    expect(heardByBen.channels[0]?.name).not.toBe(heardByAnna.channels[0]?.name);
  });
});

it('names no two containers alike', () => {
  const ids = ['a_b', 'a.b', 'a:b', 'a b', 'aéb', 'a_2e_b', 'a_e9_b', 'a-b', 'a__b', 'a..b'];
  const names = new Set(ids.map((id) => ownChannel(`closed:${id}`)));
  expect(names.size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^[\w-]+$/);
});
