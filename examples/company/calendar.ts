/**
 * When something happened, seen from `now`, so that the story always ends today:
 * - `8 mon 09:12`: Monday of eight calendar weeks before this one, so a text may say "Friday";
 * - `3d 14:20`: three working days before today;
 * - `95m`: minutes before now.
 *
 * Weeks 3 and up always lie before `10d`, so a story runs in order whatever the weekday is.
 * Clock times are those of the head office.
 */
export type Moment = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const headOfficeClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** The head office's wall clock, written as if it were UTC. */
function wallClock(time: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of headOfficeClock.formatToParts(time)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute);
}

function fromWallClock(wall: number): number {
  const offset = wallClock(wall) - wall;
  // A second look, because summer time may begin or end between the guess and the answer.
  const corrected = wall - offset;
  return wall - (wallClock(corrected) - corrected);
}

/** Monday is 0. */
function weekdayOf(wall: number): number {
  return (new Date(wall).getUTCDay() + 6) % 7;
}

function midnight(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}

function clockTime(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}

export function timeOf(moment: Moment, now: number): number {
  const [first = '', second = '', third = ''] = moment.split(' ');
  const amount = Number.parseInt(first, 10);
  if (/^\d+m$/.test(moment)) return now - amount * MINUTE;

  const today = midnight(wallClock(now));
  if (first.endsWith('d')) {
    let day = weekdayOf(today) > 4 ? today - (weekdayOf(today) - 4) * DAY : today;
    for (let left = amount; left > 0;) {
      day -= DAY;
      if (weekdayOf(day) <= 4) left -= 1;
    }
    return fromWallClock(day + clockTime(second));
  }

  const weekday = weekdays.indexOf(second);
  if (weekday < 0 || Number.isNaN(amount)) throw new Error(`"${moment}" is not a moment.`);
  const monday = today - weekdayOf(today) * DAY - amount * 7 * DAY;
  return fromWallClock(monday + weekday * DAY + clockTime(third));
}

/** Whether somebody at the head office would normally be at work. */
export function isWorkingTime(time: number): boolean {
  const wall = wallClock(time);
  const hour = (wall - midnight(wall)) / HOUR;
  return weekdayOf(wall) <= 4 && hour >= 7 && hour < 18;
}

/** The morning of the first working day after `time`, `minutes` after seven o'clock. */
export function nextWorkingMorning(time: number, minutes: number): number {
  let day = midnight(wallClock(time)) + DAY;
  while (weekdayOf(day) > 4) day += DAY;
  return fromWallClock(day + 7 * HOUR + minutes * MINUTE);
}
