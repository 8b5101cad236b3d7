/** Pictures of those of whom a row told the name alone. */
import type { PersonId } from '@kantine/core';
import type { Acquaintance } from './acquaintance.ts';

/** In milliseconds. */
const unhurried = 2_000;

const asked = new WeakMap<Acquaintance, Set<PersonId>>();

/** Asks once for the mail addresses of people who are known by their names alone. */
export async function showFaces(self: Acquaintance, ids: readonly PersonId[]): Promise<void> {
  const before = asked.get(self) ?? new Set();
  asked.set(self, before);
  const without = ids.filter((id) => {
    const { name, email, login } = self.known.get(id) ?? {};
    return name !== undefined && (email ?? login) === undefined && !before.has(id);
  });
  for (const id of without) before.add(id);
  await self.meetAll(without, unhurried);
}
