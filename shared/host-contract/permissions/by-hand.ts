/**
 * The page of a colleague who changes what it believes: about their rights, who founded a group, who is in it,
 * and who they are. What it then writes goes to the real host, under the colleague's own name. That is a row
 * written by hand, just as Kantine itself would write it.
 */
import type { Host, PersonId } from '@kantine/core';

const entitled = (host: Host, me: PersonId): Host => ({
  ...host,
  containers: {
    ...host.containers,
    rights: (containers) =>
      Promise.resolve(new Map(containers.map((container) => [container, 'write'] as const))),
    founders: (containers) =>
      Promise.resolve(new Map(containers.map((container) => [container, me] as const))),
    members: () => Promise.resolve([{ person: me, role: 'steward' }]),
  },
});

const somebodyElse = (host: Host, person: PersonId): Host => ({
  ...host,
  identity: { ...host.identity, me: () => Promise.resolve(person) },
});

/** @param others whom the colleague says to be. @returns what their pages may believe, one after another. */
export async function forgingHosts(host: Host, others: readonly PersonId[]): Promise<Host[]> {
  const me = await host.identity.me();
  return [entitled(host, me), ...others.map((other) => somebodyElse(host, other))];
}
