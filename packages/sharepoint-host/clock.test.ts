/** What a reader's clock decides: nothing that anybody else sees. */
import { describe, expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import type { Community, Given } from '@kantine/core';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Organisation } from './testing/organisation.ts';

const day = 24 * 3_600_000;

describe('a browser clock that is nine days ahead', () => {
  let organisation: Organisation;
  let anna: Community;

  eachInAnOrganisation((opened) => {
    organisation = opened;
    const now = (): number => organisation.clock.now() + 9 * day;
    anna = createCommunity(organisation.hostOf('anna', { now }));
  });

  const give = (): Promise<Given> =>
    anna.kudos.give({
      recipients: [organisation.ids.ben],
      value: 'helps-out',
      reason: 'carried my crates',
      as: 'kudos',
      key: 'a key of eight',
    });
  const seen = async (): Promise<readonly unknown[]> =>
    (await createCommunity(organisation.hostOf('zoe')).kudos.read({})).thankYous;

  it('K12: keeps nobody from seeing the thanks that are given', async () => {
    await give();
    expect(await seen()).toMatchObject([{ isKudos: true, reason: 'carried my crates' }]);
  });

  it('K12: counts the places of the week that it is at the server, before anything else is asked', async () => {
    const { left, resetsAt } = await anna.kudos.budget();
    expect(left).toBe(5);
    expect(resetsAt - organisation.clock.now()).toBeLessThan(7 * day);
  });

  it('K12: keeps nobody from seeing them where no answer bears a date', async () => {
    organisation.sharePoint.behave({ dateHeader: 'missing' });
    await give();
    expect(await seen()).toMatchObject([{ isKudos: true, reason: 'carried my crates' }]);
  });
});
