import type { Clock } from '../clock/index.ts';
import { StorageError } from './error.ts';

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;
const LONGEST_KEY = 500;
const LARGEST_VALUE = 240 * 1024;
const DEEPEST_VALUE = 32;

export const LARGEST_PAYLOAD = 4 * 1024 * 1024;
export const MOST_OPERATIONS = 25;
export const LARGEST_PAGE = 100;

export function checkKey(key: unknown, entityName?: string): asserts key is string {
  if (typeof key !== 'string' || key.length === 0) {
    throw entityName === undefined
      ? new StorageError('KEY_TOO_SHORT', 'The provided key needs to be more than one character.')
      : new StorageError('EMPTY_KEY', 'Key cannot be empty.');
  }
  if (key.length > LONGEST_KEY) {
    throw new StorageError('KEY_TOO_LONG', 'The provided key exceeds 500 characters.');
  }
  if (!KEY.test(key)) {
    throw new StorageError('INVALID_KEY', `The provided key does not match the regex: ${KEY}`);
  }
}

export function checkValue(value: unknown): void {
  if (value === undefined || value === null) {
    throw new StorageError('INVALID_VALUE', 'A value is required and cannot be null.');
  }
  if (sizeOf(value) > LARGEST_VALUE) {
    throw new StorageError('MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
  if (depthOf(value) > DEEPEST_VALUE) {
    throw new StorageError('MAX_DEPTH', 'The provided value has exceeded the maximum depth (32).');
  }
}

export function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** Of one installation: 1,000 requests a second, 4,000 reads and 4,000 writes a minute. */
const PER_SECOND = 1000;
const PER_MINUTE = 4000;
/** Requests count once for every 10 KB that they read or write. */
const UNIT = 10 * 1024;

export class RateLimit {
  readonly #clock: Clock;
  readonly #windows = new Map<string, { start: number; count: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  request(): void {
    this.#count('request', 1000, PER_SECOND, 1);
  }

  read(bytes: number): void {
    this.#count('read', 60_000, PER_MINUTE, unitsOf(bytes));
  }

  write(bytes: number): void {
    this.#count('write', 60_000, PER_MINUTE, unitsOf(bytes));
  }

  #count(name: string, length: number, most: number, units: number): void {
    const now = this.#clock.now();
    let window = this.#windows.get(name);
    if (!window || now - window.start >= length) window = { start: now, count: 0 };
    this.#windows.set(name, window);
    if (window.count + units > most) {
      throw new StorageError('RATE_LIMIT_EXCEEDED', `Too many ${name}s for one installation.`, 429);
    }
    window.count += units;
  }
}

function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / UNIT));
}
