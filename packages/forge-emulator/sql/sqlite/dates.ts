/** Dates and times as MySQL writes them: `2026-11-25 10:00:00`, in UTC. */

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

export function dateTimeText(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

/** @returns undefined for what is no date. */
export function timeIn(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?/.exec(value);
  if (!match) return undefined;
  const time = new Date(`${match[1] ?? ''}T${match[2] ?? '00:00:00'}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const parts: Readonly<Record<string, (time: Date) => string>> = {
  Y: (time) => pad(time.getUTCFullYear(), 4),
  y: (time) => pad(time.getUTCFullYear() % 100),
  m: (time) => pad(time.getUTCMonth() + 1),
  c: (time) => String(time.getUTCMonth() + 1),
  M: (time) => monthNames[time.getUTCMonth()] ?? '',
  b: (time) => (monthNames[time.getUTCMonth()] ?? '').slice(0, 3),
  d: (time) => pad(time.getUTCDate()),
  e: (time) => String(time.getUTCDate()),
  H: (time) => pad(time.getUTCHours()),
  k: (time) => String(time.getUTCHours()),
  h: (time) => pad(time.getUTCHours() % 12 || 12),
  I: (time) => pad(time.getUTCHours() % 12 || 12),
  l: (time) => String(time.getUTCHours() % 12 || 12),
  i: (time) => pad(time.getUTCMinutes()),
  s: (time) => pad(time.getUTCSeconds()),
  S: (time) => pad(time.getUTCSeconds()),
  f: (time) => pad(time.getUTCMilliseconds() * 1000, 6),
  p: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
  W: (time) => dayNames[time.getUTCDay()] ?? '',
  a: (time) => (dayNames[time.getUTCDay()] ?? '').slice(0, 3),
  w: (time) => String(time.getUTCDay()),
  T: (time) => time.toISOString().slice(11, 19),
  '%': () => '%',
};

/** DATE_FORMAT. @throws RangeError on a part that is not known. */
export function formatDate(time: Date, format: string): string {
  return format.replace(/%(.)/gs, (_whole, name: string) => {
    const part = parts[name];
    if (!part) throw new RangeError(`DATE_FORMAT with %${name}`);
    return part(time);
  });
}

const milliseconds: Readonly<Record<string, number>> = {
  MICROSECOND: 0.001,
  SECOND: 1000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
  WEEK: 604_800_000,
};
const months: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** @throws RangeError on a unit that is not known. */
export function addInterval(time: Date, amount: number, unit: string): Date {
  const length = milliseconds[unit];
  if (length !== undefined) return new Date(time.getTime() + amount * length);
  const count = months[unit];
  if (count === undefined) throw new RangeError(`INTERVAL in ${unit}`);
  const moved = new Date(time);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + amount * count);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(time.getUTCDate(), last));
  return moved;
}

/** TIMESTAMPDIFF, in whole units. @throws RangeError on a unit that is not known. */
export function difference(from: Date, to: Date, unit: string): number {
  const length = milliseconds[unit];
  if (length !== undefined) return Math.trunc((to.getTime() - from.getTime()) / length);
  const count = months[unit];
  if (count === undefined) throw new RangeError(`TIMESTAMPDIFF in ${unit}`);
  const [early, late, direction] = from <= to ? [from, to, 1] : [to, from, -1];
  let whole =
    (late.getUTCFullYear() - early.getUTCFullYear()) * 12 +
    (late.getUTCMonth() - early.getUTCMonth());
  if (addInterval(early, whole, 'MONTH') > late) whole -= 1;
  return direction * Math.trunc(whole / count);
}

const fields: Readonly<Record<string, (time: Date) => number>> = {
  YEAR: (time) => time.getUTCFullYear(),
  QUARTER: (time) => Math.floor(time.getUTCMonth() / 3) + 1,
  MONTH: (time) => time.getUTCMonth() + 1,
  DAY: (time) => time.getUTCDate(),
  HOUR: (time) => time.getUTCHours(),
  MINUTE: (time) => time.getUTCMinutes(),
  SECOND: (time) => time.getUTCSeconds(),
  MICROSECOND: (time) => time.getUTCMilliseconds() * 1000,
};

/** EXTRACT. @throws RangeError on a unit that is not known. */
export function fieldOf(time: Date, unit: string): number {
  const field = fields[unit];
  if (!field) throw new RangeError(`EXTRACT of ${unit}`);
  return field(time);
}
