/** Who founded open containers: their makers, as the database keeps them. */
import type { ContainerId, Containers, PersonId } from '@kantine/core';
import type { Gate } from '../access/index.ts';

/** Of containers that the person may not read nothing is told. */
export const foundersOf =
  (gate: Pick<Gate, 'accessTo'>): Containers['founders'] =>
  async (containers) => {
    const accesses = await gate.accessTo(containers);
    const found = containers.flatMap((container, at): readonly [ContainerId, PersonId][] => {
      const founder = accesses[at]?.founder;
      return founder === undefined ? [] : [[container, founder]];
    });
    return new Map(found);
  };
