/**
 * How high a frame was when it was seen last, in the frame's own storage. Losing it does no harm: the next
 * visit begins with a guess.
 */
import { readSetting } from '@kantine/elements/registry';
import type { Outline, StoredSetting, StoredSettings } from '@kantine/elements/registry';

/** One entry of the storage holds all, so that their number is bounded. */
const name = 'kantine.heights';
const mostKept = 100;
/** A frame of about the same width has about the same height. In pixels. */
const widthStep = 80;

/** Of a widget that says nothing of itself. */
const usual: Outline = { head: 60, row: 90, rows: 2 };

type Kept = Readonly<Record<string, number>>;

function read(storage: Storage): Kept {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
  } catch {
    return {};
  }
}

/** @returns the frame's storage, or nothing where the browser has none for it. */
export function frameStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** A number for a text, as FNV-1a makes it from a beginning. */
function hashOf(text: string, beginning: number): number {
  let hash = beginning;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** People of one browser share the storage, and may read it: it holds no ids of people, sites or macros. */
const unreadable = (frame: string): string =>
  [0x811c9dc5, 0x5bd1e995].map((beginning) => hashOf(frame, beginning).toString(36)).join('');

export interface Heights {
  /** @returns pixels, or nothing where the frame was never seen in about this width. */
  last(frame: string, width: number): number | undefined;
  keep(frame: string, width: number, height: number): void;
}

export function keptHeights(storage: Storage | undefined): Heights {
  const place = (frame: string, width: number): string =>
    `${unreadable(frame)} ${String(Math.round(width / widthStep))}`;
  return {
    last(frame, width) {
      const height: unknown = storage && read(storage)[place(frame, width)];
      return typeof height === 'number' && height > 0 ? height : undefined;
    },
    keep(frame, width, height) {
      if (!storage) return;
      const key = place(frame, width);
      // The order of an object's keys is the order in which they came: the oldest go first.
      const others = Object.entries(read(storage)).filter(([name]) => name !== key);
      const entries = [...others, [key, Math.round(height)]];
      try {
        storage.setItem(name, JSON.stringify(Object.fromEntries(entries.slice(-mostKept))));
      } catch {
        // A storage that is full keeps what it has.
      }
    },
  };
}

/** @returns about how high the widget will be with these settings. In pixels. */
export function guessedHeight(
  outline: Outline = usual,
  settings: readonly StoredSetting[],
  stored: StoredSettings,
): number {
  const chosen = (wanted: string): unknown => {
    const setting = settings.find(({ name }) => name === wanted);
    return setting && readSetting(setting, stored);
  };
  const isCompact = chosen('layout') === 'compact';
  const { head, row, rows } = { ...outline, ...(isCompact ? outline.compact : {}) };
  const count = typeof rows === 'number' ? rows : Number(chosen(rows) ?? 1);
  return head + count * row;
}
