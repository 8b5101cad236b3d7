/** The records that this page has read or written itself, and so knows to be what they say. */
import type { ContainerId, StoredRecord } from '@kantine/core';

export interface Seen {
  readonly note: (record: StoredRecord) => void;
  /** Whether this version of a record was seen in its container. */
  has(record: StoredRecord): boolean;
}

/** Beyond this many the page starts to remember anew; a change of an earlier one looks first. */
const mostSeen = 5_000;

export function openSeen(): Seen {
  /** A version names its row in all of SharePoint, and nothing of where the row stands. */
  const containers = new Map<string, ContainerId>();
  return {
    note({ version, container }) {
      if (containers.size >= mostSeen) containers.clear();
      containers.set(version, container);
    },
    has: ({ version, container }) => containers.get(version) === container,
  };
}
