/**
 * MySQL's functions that SQLite lacks, or that mean something else there. All are in one file, since it is
 * a table of short functions.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { defineSequences } from './sequences.ts';
import { addInterval, dateTimeText, difference, fieldOf, formatDate, timeIn } from './dates.ts';

/** Arguments that a call leaves out are undefined. */
type Value = SQLOutputValue | undefined;
type Implementation = (...values: Value[]) => SQLInputValue;

const isNull = (value: Value): value is null | undefined => value === null || value === undefined;
const textOf = (value: Value): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value ?? '');
const bytesOf = (value: Value): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value ?? ''));
const flag = (value: boolean): number => (value ? 1 : 0);

/** NULL in, NULL out: what most of MySQL's functions do. */
const strict =
  (implementation: Implementation): Implementation =>
  (...values) =>
    values.some(isNull) ? null : implementation(...values);

/** For functions of a date: what is no date gives NULL. */
const ofTime = (implementation: (time: Date, ...rest: Value[]) => SQLInputValue): Implementation =>
  strict((value, ...rest) => {
    const time = timeIn(value);
    return time ? implementation(time, ...rest) : null;
  });

/** LIKE with a backslash to escape by, and with case: the collation is binary. */
export function isLike(pattern: string, value: string): boolean {
  const expression = pattern.replace(/\\(.)|([%_])|([^\\%_])/gs, (_all, escaped, wild, plain) =>
    wild === undefined
      ? String(escaped ?? plain).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      : wild === '%'
        ? '[\\s\\S]*'
        : '[\\s\\S]',
  );
  return new RegExp(`^${expression}$`, 'u').test(value);
}

const pathStep = /\.(?:"((?:[^"\\]|\\.)*)"|([^.[\]"]+))|\[(\d+)\]/gy;

/** The part of a JSON document that a path names. */
function jsonAt(document: unknown, path: string): unknown {
  let found = document;
  pathStep.lastIndex = 1;
  for (let step = pathStep.exec(path); step; step = pathStep.exec(path)) {
    const [, quoted, name, index] = step;
    if (typeof found !== 'object' || found === null) return undefined;
    const key = quoted ?? name ?? index ?? '';
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

const parsed = (value: Value): unknown => JSON.parse(textOf(value)) as unknown;

/** Whether every part of the candidate is in the target, as JSON_CONTAINS means it. */
function contains(target: unknown, candidate: unknown): boolean {
  if (Array.isArray(target)) {
    const all = Array.isArray(candidate) ? candidate : [candidate];
    return all.every((one) => target.some((each) => contains(each, one)));
  }
  if (typeof target === 'object' && target !== null) {
    if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate))
      return false;
    return Object.entries(candidate).every(
      ([key, value]) => key in target && contains((target as Record<string, unknown>)[key], value),
    );
  }
  return target === candidate;
}

const sizeOfJson = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 1;
};

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);
const date = (time: Date): string => dateTimeText(time).slice(0, 10);

/** @param now the clock of the emulator. */
const implementations = (now: () => Date): Readonly<Record<string, Implementation>> => ({
  now: () => dateTimeText(now()),
  curdate: () => date(now()),
  curtime: () => dateTimeText(now()).slice(11),
  unix_timestamp: (value) => {
    if (value === undefined) return seconds(now());
    const time = timeIn(value);
    return time ? seconds(time) : null;
  },
  from_unixtime: strict((value, format) => {
    const time = new Date(Number(value) * 1000);
    return format === undefined ? dateTimeText(time) : formatDate(time, textOf(format));
  }),
  date: ofTime(date),
  year: ofTime((time) => fieldOf(time, 'YEAR')),
  quarter: ofTime((time) => fieldOf(time, 'QUARTER')),
  month: ofTime((time) => fieldOf(time, 'MONTH')),
  day: ofTime((time) => fieldOf(time, 'DAY')),
  dayofmonth: ofTime((time) => fieldOf(time, 'DAY')),
  hour: ofTime((time) => fieldOf(time, 'HOUR')),
  minute: ofTime((time) => fieldOf(time, 'MINUTE')),
  second: ofTime((time) => fieldOf(time, 'SECOND')),
  dayofweek: ofTime((time) => time.getUTCDay() + 1),
  weekday: ofTime((time) => (time.getUTCDay() + 6) % 7),
  dayname: ofTime((time) => formatDate(time, '%W')),
  monthname: ofTime((time) => formatDate(time, '%M')),
  date_format: ofTime((time, format) => formatDate(time, textOf(format as Value))),
  datediff: strict((to, from) => {
    const [first, second] = [timeIn(date(timeIn(to) ?? new Date(NaN))), timeIn(from)];
    if (!first || !second) return null;
    return difference(timeIn(date(second)) as Date, first, 'DAY');
  }),
  mysql_extract: strict((unit, value) => {
    const time = timeIn(value);
    return time ? fieldOf(time, textOf(unit)) : null;
  }),
  mysql_add_interval: strict((value, amount, unit) => {
    const time = timeIn(value);
    if (!time) return null;
    const moved = dateTimeText(addInterval(time, Number(amount), textOf(unit)));
    const isDay = textOf(value).length === 10 && !/HOUR|MINUTE|SECOND/.test(textOf(unit));
    return isDay ? moved.slice(0, 10) : moved;
  }),
  timestampdiff: strict((unit, from, to) => {
    const [first, second] = [timeIn(from), timeIn(to)];
    return first && second ? difference(first, second, textOf(unit)) : null;
  }),
  uuid: () => randomUUID(),
  database: () => 'forge',
  version: () => '8.0.11-TiDB-emulated',
  concat: strict((...values) => values.map(textOf).join('')),
  concat_ws: (separator, ...values) =>
    isNull(separator)
      ? null
      : values
          .filter((value) => !isNull(value))
          .map(textOf)
          .join(textOf(separator)),
  if: (condition, yes, no) => (Number(condition ?? 0) === 0 ? (no ?? null) : (yes ?? null)),
  isnull: (value) => flag(isNull(value)),
  greatest: strict(
    (...values) =>
      values.reduce((most, value) => (isLess(most, value) ? value : most)) as SQLInputValue,
  ),
  least: strict(
    (...values) =>
      values.reduce((least, value) => (isLess(value, least) ? value : least)) as SQLInputValue,
  ),
  char_length: strict((value) => Array.from(textOf(value)).length),
  character_length: strict((value) => Array.from(textOf(value)).length),
  mysql_length: strict((value) => bytesOf(value).length),
  left: strict((value, length) => Array.from(textOf(value)).slice(0, Number(length)).join('')),
  right: strict((value, length) => {
    const all = Array.from(textOf(value));
    return all.slice(Math.max(0, all.length - Number(length))).join('');
  }),
  locate: strict(
    (part, value, from) => textOf(value).indexOf(textOf(part), Number(from ?? 1) - 1) + 1,
  ),
  lpad: strict((value, length, filler) => padded(value, length, filler, 'start')),
  rpad: strict((value, length, filler) => padded(value, length, filler, 'end')),
  repeat: strict((value, times) => textOf(value).repeat(Math.max(0, Number(times)))),
  reverse: strict((value) => Array.from(textOf(value)).reverse().join('')),
  space: strict((times) => ' '.repeat(Math.max(0, Number(times)))),
  substring_index: strict((value, separator, count) => {
    const all = textOf(value).split(textOf(separator));
    const wanted = Number(count);
    return (wanted < 0 ? all.slice(wanted) : all.slice(0, wanted)).join(textOf(separator));
  }),
  ucase: strict((value) => textOf(value).toUpperCase()),
  lcase: strict((value) => textOf(value).toLowerCase()),
  find_in_set: strict((value, set) => textOf(set).split(',').indexOf(textOf(value)) + 1),
  field: (value, ...all) => (isNull(value) ? 0 : all.findIndex((each) => each === value) + 1),
  elt: (position, ...all) => all[Number(position) - 1] ?? null,
  truncate: strict((value, digits) => {
    const scale = 10 ** Number(digits);
    return Math.trunc(Number(value) * scale) / scale;
  }),
  rand: () => Math.random(),
  md5: strict((value) => createHash('md5').update(bytesOf(value)).digest('hex')),
  sha1: strict((value) => createHash('sha1').update(bytesOf(value)).digest('hex')),
  sha2: strict((value, bits) =>
    createHash(`sha${Number(bits) || 256}`)
      .update(bytesOf(value))
      .digest('hex'),
  ),
  to_base64: strict((value) => bytesOf(value).toString('base64')),
  from_base64: strict((value) => Buffer.from(textOf(value), 'base64')),
  conv: strict((value, from, to) =>
    parseInt(textOf(value), Number(from)).toString(Number(to)).toUpperCase(),
  ),
  like: strict((pattern, value) => flag(isLike(textOf(pattern), textOf(value)))),
  regexp: strict((pattern, value) => flag(new RegExp(textOf(pattern), 'u').test(textOf(value)))),
  json_unquote: strict((value) => {
    const all = textOf(value);
    return all.startsWith('"') ? String(JSON.parse(all)) : all;
  }),
  mysql_json_extract: strict((document, ...paths) => {
    const whole = parsed(document);
    const found = paths
      .map((path) => jsonAt(whole, textOf(path)))
      .filter((each) => each !== undefined);
    if (found.length === 0) return null;
    return JSON.stringify(paths.length === 1 ? found[0] : found);
  }),
  json_contains: strict((document, candidate, path) => {
    const target = path === undefined ? parsed(document) : jsonAt(parsed(document), textOf(path));
    return target === undefined ? null : flag(contains(target, parsed(candidate)));
  }),
  json_length: strict((document, path) => {
    const target = path === undefined ? parsed(document) : jsonAt(parsed(document), textOf(path));
    return target === undefined ? null : sizeOfJson(target);
  }),
  json_keys: strict((document) => JSON.stringify(Object.keys(parsed(document) as object))),
});

const isLess = (one: Value, other: Value): boolean =>
  typeof one === 'string' || typeof other === 'string'
    ? textOf(one) < textOf(other)
    : Number(one) < Number(other);

function padded(
  value: Value,
  length: Value | undefined,
  filler: Value | undefined,
  side: 'start' | 'end',
): string {
  const wanted = Number(length);
  const all = textOf(value).slice(0, wanted);
  const fill = textOf(filler ?? ' ');
  return side === 'start' ? all.padStart(wanted, fill) : all.padEnd(wanted, fill);
}

const changing = new Set(['now', 'curdate', 'curtime', 'uuid', 'rand', 'unix_timestamp']);

export function defineFunctions(database: DatabaseSync, now: () => Date): void {
  defineSequences(database);
  for (const [name, implementation] of Object.entries(implementations(now))) {
    const options = { varargs: true, deterministic: !changing.has(name) };
    database.function(name, options, implementation);
    // SQLite has these with a fixed number of arguments, which would be preferred.
    if (name === 'like')
      database.function(name, { deterministic: true }, (pattern, value) =>
        implementation(pattern as Value, value as Value),
      );
    if (name === 'date') database.function(name, {}, (value) => implementation(value as Value));
  }
}
