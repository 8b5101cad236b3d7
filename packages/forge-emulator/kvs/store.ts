import type { Clock } from '../clock/index.ts';
import { StorageError } from './error.ts';

export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly entityName?: string | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireTime?: string | undefined;
}

export interface Ttl {
  readonly value: number;
  readonly unit: keyof typeof UNITS;
}

const UNITS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };
const LONGEST_LIFE = 365 * UNITS.DAYS;

/** Entries by kind and key. Plain keys, secrets and each entity are worlds of their own. */
export class Store {
  readonly #clock: Clock;
  readonly #kinds = new Map<string, Map<string, Entry>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(kind: string, key: string): Entry | undefined {
    const entry = this.#kinds.get(kind)?.get(key);
    return entry && this.#alive(entry) ? entry : undefined;
  }

  set(kind: string, key: string, value: unknown, ttl?: Ttl, entityName?: string): Entry {
    const now = this.#clock.now();
    const createdAt = this.get(kind, key)?.createdAt ?? now;
    const expireTime = ttl && new Date(now + lifeOf(ttl)).toISOString();
    const entry = { key, value, entityName, createdAt, updatedAt: now, expireTime };
    let entries = this.#kinds.get(kind);
    if (!entries) this.#kinds.set(kind, (entries = new Map<string, Entry>()));
    entries.set(key, entry);
    return entry;
  }

  delete(kind: string, key: string): boolean {
    const existed = this.get(kind, key) !== undefined;
    this.#kinds.get(kind)?.delete(key);
    return existed;
  }

  all(kind: string): Entry[] {
    return [...(this.#kinds.get(kind)?.values() ?? [])].filter((entry) => this.#alive(entry));
  }

  #alive({ expireTime }: Entry): boolean {
    return expireTime === undefined || Date.parse(expireTime) > this.#clock.now();
  }
}

export const PLAIN = 'plain';
export const SECRET = 'secret';

export function kindOf(entityName: string | undefined): string {
  return entityName === undefined ? PLAIN : `entity:${entityName}`;
}

function lifeOf({ value, unit }: Ttl): number {
  const life = value * ((UNITS[unit] as number | undefined) ?? Number.NaN);
  if (!(life > 0 && life <= LONGEST_LIFE)) {
    throw new StorageError('INVALID_TTL', 'A time to live must be positive and at most a year.');
  }
  return life;
}
