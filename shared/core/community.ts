/** The community in the same process as its host. */
import { domains } from './domains.ts';
import type { Domains } from './domains.ts';
import { callOf } from './kernel/door.ts';
import { facadeOver } from './kernel/facade.ts';
import type { Facade } from './kernel/facade.ts';
import type { Host } from './kernel/ports.ts';

/**
 * Queries, commands and changes, for one signed-in person. In SharePoint it runs in the page; in
 * Confluence it runs in the resolver, and the page holds a client of the same shape.
 */
export type Community = Facade<Domains>;

/** The facade over a host, in the same process. */
export const createCommunity = (host: Host): Community =>
  facadeOver<Domains>({
    call: callOf(host, domains),
    changes: host.changes,
    ids: host.ids,
    site: host.site,
  });
