/** Confluence as the contract judges it. */
import type { Host } from '@kantine/core';
import type { Upkeep } from '@kantine/core/upkeep';
import type { HostHarness } from '@kantine/host-contract';
import { sqlUpkeep } from '../upkeep/owners-upkeep.ts';
import { contractHost } from './contract-host.ts';
import { fillEntries } from './fill-entries.ts';
import { accountOf, openOrganisation } from './organisation.ts';
import type { Organisation, OrganisationOptions } from './organisation.ts';

/** Each use of it is a call of its own. */
function upkeepOf(
  organisation: Organisation,
  as: string,
  listening: ReadonlySet<Promise<unknown>>,
): Upkeep {
  async function within<Result>(work: (upkeep: Upkeep) => Promise<Result>): Promise<Result> {
    await Promise.allSettled(listening);
    return organisation.within({ as }, (host) => work(sqlUpkeep(organisation.instance, host)));
  }
  return {
    purge: (...args) => within((upkeep) => upkeep.purge(...args)),
    blank: (...args) => within((upkeep) => upkeep.blank(...args)),
    scan: (...args) => within((upkeep) => upkeep.scan(...args)),
  };
}

/** The harness of a fresh organisation on the emulator. */
export async function harnessOf(options: OrganisationOptions): Promise<HostHarness> {
  const organisation = await openOrganisation(options);
  const { network, clock } = organisation;
  const listening = new Set<Promise<unknown>>();
  // An administrator of Confluence owns the host, and administers the space of the contract.
  for (const right of ['read', 'create', 'administer'] as const)
    organisation.permissions[right].push('admin');
  return {
    people: {
      anna: accountOf('anna'),
      ben: accountOf('ben'),
      zoe: accountOf('zoe'),
      left: accountOf('left'),
    },
    nobody: '712020:nobody-4f1e',
    connect: (person): Host => contractHost(organisation, person, listening),
    owner: contractHost(organisation, 'admin', listening),
    upkeep: (person = 'admin') => upkeepOf(organisation, person, listening),
    fill: (container, records) => fillEntries(organisation, container, records),
    connectIn: (person, part) =>
      contractHost(organisation, person, listening, part === 'one' ? 'WORK' : 'HALL'),
    restrict: (_container, person, right) => organisation.restrict(person, right),
    inject: (fault) => network.inject(fault),
    heal: () => network.heal(),
    roundTrips: () => network.statements(),
    advance: (milliseconds) => void clock.advance(milliseconds),
    close: () => organisation.close(),
  };
}
