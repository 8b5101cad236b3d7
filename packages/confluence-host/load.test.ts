/**
 * Twenty people at once, served by four functions that know nothing of each other, over a database that
 * allows 150 statements a second, refuses one in twenty of these and loses one answer in fifty: no write
 * is lost, none is doubled.
 * SOAK_SECONDS=180 makes it as long as a meeting.
 */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromErrorMessage, randomKey, remoteCommunity, Throttled } from '@kantine/core';
import type { Community, OperationResponse } from '@kantine/core';
import {
  amountOf,
  chance,
  expectWritten,
  pick,
  untilConfirmed,
  writeTogether,
} from '@kantine/host-contract';
import { openKantine } from './kantine.ts';
import { functions } from './testing/app/src/scenarios.ts';
import { openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

const seconds = Number(process.env.SOAK_SECONDS ?? 5);
const refused = 0.05;
const lost = 0.02;
/** Milliseconds until somebody tries again. */
const patience = 50;

const people = Array.from({ length: 20 }, (_, number) => `712020:colleague-${number}`);
const [founder = ''] = people;

/** An installation may be called 300 times a second; the page's bridge says so in the same words. */
function busy(error: unknown): never {
  if (error instanceof Error && error.message.includes('Too many requests')) throw new Throttled(1);
  throw error;
}

/** The answer of a call. @throws the error that it answered with, so that the call can be repeated. */
async function answered(call: () => Promise<OperationResponse>): Promise<OperationResponse> {
  const response = await call();
  if ('error' in response) throw fromErrorMessage(response.error);
  return response;
}

describe('twenty people at once', () => {
  let organisation: Organisation;
  let group: string;
  let time: ReturnType<typeof setInterval>;
  const seen = { statements: 0, refused: 0, lost: 0 };

  /** A page of somebody, each of whose calls one of the functions answers. @param isPatient asks until it is answered */
  const pageOf = (as: string, isPatient = false): Community =>
    remoteCommunity({
      send: ({ operation, input }) => {
        const call = (): Promise<OperationResponse> =>
          organisation.call({ as, space: 'WORK' }, operation, input).catch(busy);
        return isPatient ? untilConfirmed(patience, () => answered(call)) : call();
      },
      changes: { subscribe: () => () => undefined },
      ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
    });

  beforeAll(async () => {
    organisation = await openOrganisation({ colleagues: people, engine: 'MariaDB' });
    const wait = (): Promise<void> => setTimeout(5);
    const doors = Array.from({ length: 4 }, () => openKantine({ wait, isPaced: false }).resolve);
    functions.kantine = (request) => pick(doors)(request);
    time = setInterval(() => void organisation.clock.advance(20), 20);
    const named = { name: 'Everybody', purpose: '' };
    group = (await pageOf(founder).groups.create(named)).id;
  }, 60_000);
  afterAll(async () => {
    clearInterval(time);
    await organisation.close();
  });

  function strike(): 'refused' | 'lost' | undefined {
    seen.statements += 1;
    const struck = chance(refused) ? 'refused' : chance(lost) ? 'lost' : undefined;
    if (struck) seen[struck] += 1;
    return struck;
  }

  it(
    'lose no write and double none, in spite of refusals and lost answers',
    async () => {
      organisation.network.disturb(strike);
      const pages = new Map(people.map((me) => [me, pageOf(me)]));
      const written = await writeTogether({ group, pages, seconds, patience });
      organisation.network.disturb(() => undefined);

      // The database goes on refusing what is more than it takes in a second.
      await expectWritten(written, group, pageOf(founder, true));
      expect(seen.refused).toBeGreaterThan(0);
      expect(seen.lost).toBeGreaterThan(0);
      console.log(
        `${amountOf(written)} in ${seen.statements} statements, of which ${seen.refused} were refused and ${seen.lost} lost their answer.`,
      );
    },
    seconds * 1000 + 120_000,
  );
});
