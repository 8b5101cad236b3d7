/** The state that a running function keeps from one call to the next. */
import { collections as ownCollections } from '@kantine/core';
import type { Collection, Wait } from '@kantine/core';
import { openSpaces, openSpending } from './access/index.ts';
import type { Quota, Spaces, Spending } from './access/index.ts';
import type { Tokens } from './changes/channels.ts';
import type { People } from './directory/directory.ts';
import { choiceLayouts, idMaker, openCompletion } from './schema/index.ts';
import type { ChoiceLayouts, IdMaker } from './schema/index.ts';
import { callLimits, openPace, writeLimits } from './resolver/pace.ts';
import type { Pace } from './resolver/pace.ts';
import { openDatabase } from './sql/index.ts';
import type { Database, OnStatement } from './sql/index.ts';
import { openRoom } from './upkeep/room.ts';
import type { Room } from './upkeep/room.ts';

export interface InstanceOptions {
  /** The collections that the tables are derived from; Kantine's own by default. */
  readonly collections?: readonly Collection[];
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
  readonly wait?: Wait;
  /** Whether a person may call, write and use up points only so much; so it is by default. */
  readonly isPaced?: boolean;
  /** Called with each statement before it is sent. */
  readonly onStatement?: OnStatement;
}

export interface Instance {
  readonly collections: readonly Collection[];
  readonly choices: ChoiceLayouts;
  readonly database: Database;
  readonly spaces: Spaces;
  readonly ids: IdMaker;
  readonly people: People;
  readonly room: Room;
  readonly tokens: Tokens;
  readonly quota: Quota;
  /** Absent, like the two after it, where nobody is limited. */
  readonly pace: Pace | undefined;
  /** The pace of calls, be they questions or writes. */
  readonly callPace: Pace | undefined;
  readonly spending: Spending | undefined;
  readonly now: () => number;
  readonly wait: Wait;
}

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function openInstance(options: InstanceOptions = {}): Instance {
  const { now = Date.now, wait = sleep, isPaced = true, onStatement } = options;
  const collections = options.collections ?? Object.values(ownCollections);
  const whole = openDatabase({ wait, onStatement });
  const complete = openCompletion({ database: whole, collections, now });
  const database = openDatabase({ wait, onStatement, complete });
  return {
    collections,
    choices: choiceLayouts(collections),
    database,
    spaces: openSpaces({ now }),
    ids: idMaker(now),
    people: new Map(),
    tokens: new Map(),
    quota: new Map(),
    pace: isPaced ? openPace(now, writeLimits) : undefined,
    callPace: isPaced ? openPace(now, callLimits) : undefined,
    spending: isPaced ? openSpending(now) : undefined,
    room: openRoom({ database, now }),
    now,
    wait,
  };
}
