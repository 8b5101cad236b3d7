/** A reminder for one's own calendar, as a file of RFC 5545: made in the page, since no host sends mail for an app. */

export interface Reminder {
  readonly title: string;
  readonly text: string;
  /** Where catching up is done. */
  readonly link: string;
  /** Tells the entry from others. */
  readonly id: string;
  /** When the file is made. */
  readonly now: Date;
}

/** At nine in the morning, wherever its reader is. */
const hour = 9;
/** A line has 75 octets at most; a further one begins with a blank. */
const mostOctets = 75;

const two = (number: number): string => String(number).padStart(2, '0');

/** Local time without a zone: nine is nine in every place. */
const localTime = (day: Date): string =>
  `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}T${two(hour)}0000`;

const worldTime = (now: Date): string => `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The next Monday, and not today. */
export function nextMonday(now: Date): Date {
  const days = (8 - now.getDay()) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // What else ends a line, or is no text.
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

/** Never splits a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > mostOctets) {
      lines.push(now);
      [now, octets] = [' ', 1];
    }
    now += character;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

/** Each Monday, for two minutes. */
export function mondayReminder({ title, text, link, id, now }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kantine//Catch up//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${worldTime(now)}`,
    `DTSTART:${localTime(nextMonday(now))}`,
    'DURATION:PT2M',
    'RRULE:FREQ=WEEKLY;BYDAY=MO',
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(link === '' ? text : `${text}\n${link}`)}`,
    ...(link === '' ? [] : [`URL:${link.replace(/[\p{Cc}\s]/gu, '')}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
