import { describe, expect, it } from 'vitest';
import { setupList } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { merge } from '../wire/index.ts';

describe('the first look of a reader', () => {
  let organisation: Organisation;
  eachInAnOrganisation((opened) => void (organisation = opened));

  const requestsOf = async (look: () => Promise<{ kind: string }>): Promise<number> => {
    const before = organisation.network.count();
    expect(await look()).toEqual({ kind: 'ready' });
    return organisation.network.count() - before;
  };

  it('takes a summary of the setup row', async () => {
    const host = organisation.hostOf('anna');
    await host.identity.me();
    expect(await requestsOf(() => host.setupState())).toBe(2);
  });

  it('takes the row itself where an earlier version wrote it, until an owner updates the site', async () => {
    const items = `${organisation.pathOf(setupList.name)}/items`;
    await organisation.wireOf('owner').send(merge(`${items}(1)`, { Title: null }));
    const host = organisation.hostOf('anna');
    await host.identity.me();
    expect(await requestsOf(() => host.setupState())).toBe(3);
    await organisation.hostOf('owner').provision();
    expect(await requestsOf(() => host.setupState())).toBe(1);
  });
});
