/** Seven people on the reference host, whose clock a test moves. */
import { memoryServer } from '@kantine/core/memory-host';
import type { GoalWorld } from './history.ts';

export function inProcess(): GoalWorld {
  let now = Date.UTC(2026, 10, 25, 10);
  let keys = 0;
  const people = ['ada', 'bram', 'chloe', 'daan', 'emre', 'fay', 'gus'] as const;
  const server = memoryServer({
    people: people.map((id) => ({ id, name: id, active: true })),
    clock: { now: () => now },
    ids: { next: () => `key-${String((keys += 1)).padStart(20, '0')}` },
  });
  return {
    people,
    connect: (person) => server.connect(person),
    advance: (milliseconds) => void (now += milliseconds),
    close: () => Promise.resolve(),
  };
}
