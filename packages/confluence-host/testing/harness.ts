/** Confluence as the contract judges it. */
import type { Host } from '@kantine/core';
import type { HostHarness } from '@kantine/host-contract';
import { contractHost } from './contract-host.ts';
import { accountOf, openOrganisation } from './organisation.ts';
import type { OrganisationOptions } from './organisation.ts';

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
