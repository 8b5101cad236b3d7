/** Counts what a host is asked, for tests of how often Kantine goes to it. */
import type { Query } from '../kernel/query.ts';
import type { Host, Store } from '../kernel/ports.ts';

export interface CountingHost {
  readonly host: Host;
  /** The questions of each `read` call so far. */
  readonly reads: (readonly Query[])[];
}

export function countingHost(host: Host): CountingHost {
  const reads: (readonly Query[])[] = [];
  const read: Store['read'] = (queries) => {
    reads.push(queries);
    return host.store.read(queries);
  };
  return { host: { ...host, store: { ...host.store, read } }, reads };
}
