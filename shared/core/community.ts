/** The one facade that widgets talk to. */
import { groupOperations } from './groups/groups.ts';
import { memberOperations } from './groups/members.ts';
import { requestOperations } from './groups/requests.ts';
import { acceptInput } from './inputs.ts';
import { operationNames } from './operation-names.ts';
import type { OperationName } from './operation-names.ts';
import { kudosFeedOperations } from './kudos/feed.ts';
import { givingOperations } from './kudos/give.ts';
import { peopleOperations } from './people/people.ts';
import type { Change, Host } from './ports.ts';
import { messageOperations } from './wall/read-message.ts';
import { wallPageOperations } from './wall/read-page.ts';
import { wallWriteOperations } from './wall/write.ts';

function operationsOf(host: Host) {
  return {
    ...peopleOperations(host),
    ...groupOperations(host),
    ...memberOperations(host),
    ...requestOperations(host),
    ...wallPageOperations(host),
    ...messageOperations(host),
    ...wallWriteOperations(host),
    ...givingOperations(host),
    ...kudosFeedOperations(host),
  };
}

/** Every query and command, each a function of one plain object to a promise of plain data. */
export type Operations = ReturnType<typeof operationsOf>;

/**
 * Queries, commands and changes, for one signed-in person. In SharePoint it runs in the page; in
 * Confluence it runs in the resolver, and the page holds a client of the same shape.
 */
export interface Community extends Operations {
  /** Calls back after somebody wrote something, oneself included. @returns the function that ends it. */
  subscribe(listener: (change: Change) => void): () => void;
  /** A key for a new draft, made once and kept until the write is confirmed. */
  newKey(): string;
}

/** Runs one operation by name, its input checked at the door. @throws KantineError */
export type Call = (operation: OperationName, input: unknown) => Promise<unknown>;

/** Builds the facade's methods over anything that runs operations by name. */
export function operationsOver(call: Call): Operations {
  const entries = operationNames.map((name) => [name, (input: unknown) => call(name, input)]);
  return Object.fromEntries(entries) as Operations;
}

/** The operations of a host by name, for a door that receives them from elsewhere. */
export function callHost(host: Host): Call {
  const operations = operationsOf(host) satisfies Record<OperationName, unknown>;
  return async (name, input) => {
    const run = operations[name] as (input: unknown) => Promise<unknown>;
    return run(acceptInput(name, input));
  };
}

/** The facade over a host, in the same process. */
export function createCommunity(host: Host): Community {
  return {
    ...operationsOver(callHost(host)),
    subscribe: (listener) => host.changes.subscribe(listener),
    newKey: () => host.ids.next(),
  };
}
