/** A small organisation for tests: six people, a stopped clock, keys in a row, and a network that can fail. */
import { createCommunity } from '../community.ts';
import type { Community } from '../community.ts';
import { faultPlan, faultyHost } from '../faulty-host.ts';
import type { FaultPlan } from '../faulty-host.ts';
import { memoryServer } from '../memory-host.ts';
import type { MemoryServer } from '../memory-host.ts';
import type { DirectoryPerson, Host, Supports } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';

export const colleagues = ['ada', 'bram', 'chloe', 'daan', 'emre'] as const;
export type Colleague = (typeof colleagues)[number];

export const directoryPeople: readonly DirectoryPerson[] = [
  { id: 'ada', name: 'Ada Lindqvist', active: true, title: 'Baker', manager: 'emre' },
  { id: 'bram', name: 'Bram de Wit', active: true, title: 'Driver' },
  { id: 'chloe', name: 'Chloé Martin', active: true },
  { id: 'daan', name: 'Daan Visser', active: true },
  { id: 'emre', name: 'Emre Yıldız', active: true, title: 'Site manager' },
  { id: 'left', name: 'Lena Farewell', active: false },
];

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** Wednesday 2026-11-25, 10:00 UTC. */
export const wednesday: Instant = Date.UTC(2026, 10, 25, 10);

export interface Organisation {
  readonly server: MemoryServer;
  /** What goes wrong next, for everybody. */
  readonly faults: FaultPlan;
  readonly clock: { now(): Instant; advance(milliseconds: number): void; set(now: Instant): void };
  /** A person's page. */
  as(person: PersonId): Community;
  /** A page of this person's, whose clock is ahead of the host's by so many milliseconds. */
  ahead(person: PersonId, milliseconds: number): Community;
  /** A person's own access to the host, around everything that Kantine checks. */
  host(person: PersonId): Host;
  /** A key for a draft. */
  key(): string;
}

export function organisation(
  people = directoryPeople,
  owners?: readonly PersonId[],
  asking?: Supports['asking'],
): Organisation {
  let now = wednesday;
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(17, '0')}`;
  const clock = {
    now: () => now,
    advance: (milliseconds: number) => void (now += milliseconds),
    set: (next: Instant) => void (now = next),
  };
  const server = memoryServer({
    people,
    clock,
    ids: { next: key },
    ...(owners ? { owners, ownersApprove: true } : {}),
    ...(asking === undefined ? {} : { asking }),
  });
  const faults = faultPlan();
  const host = (person: PersonId): Host => faultyHost(server.connect(person), faults);
  const pages = new Map<PersonId, Community>();
  return {
    server,
    faults,
    clock,
    host,
    key,
    ahead: (person, milliseconds) =>
      createCommunity(
        faultyHost(
          server.connect(person, () => now + milliseconds),
          faults,
        ),
      ),
    as: (person) => {
      const page = pages.get(person) ?? createCommunity(host(person));
      pages.set(person, page);
      return page;
    },
  };
}

/** An organisation with one group that Ada made, and its id. */
export async function organisationWithGroup(): Promise<Organisation & { readonly group: string }> {
  const company = organisation();
  const { id } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' });
  return { ...company, group: id };
}
