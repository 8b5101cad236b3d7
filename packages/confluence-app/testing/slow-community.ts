/** A community in memory whose answers can be held back, one question at a time. */
import { createCommunity } from '@kantine/core';
import type { Community, DirectoryPerson } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';

export interface SlowCommunity {
  /** As the first of the people has it. */
  readonly community: Community;
  as(person: string): Community;
  /** Holds back the next answer to a question of the first person. @returns the function that lets it through. */
  holdNext(): () => void;
}

export function slowCommunity(
  people: readonly [DirectoryPerson, ...DirectoryPerson[]],
): SlowCommunity {
  let count = 0;
  const ids = { next: () => `key-${String((count += 1)).padStart(20, '0')}` };
  const server = memoryServer({ people, clock: { now: () => Date.now() }, ids });
  let held: Promise<void> | undefined;
  const host = server.connect(people[0].id);
  const { store } = host;
  const slow: typeof host = {
    ...host,
    store: {
      read: async (queries) => {
        const waiting = held;
        held = undefined;
        await waiting;
        return store.read(queries);
      },
      insert: (...args) => store.insert(...args),
      update: (...args) => store.update(...args),
      remove: (...args) => store.remove(...args),
    },
  };
  return {
    community: createCommunity(slow),
    as: (person) => createCommunity(server.connect(person)),
    holdNext: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return () => release();
    },
  };
}
