/** An emulated site with the people of the contract, and the app installed in it; in one file, since all of it shares one clock. */
import { fileURLToPath } from 'node:url';
import { collections, isKantineError } from '@kantine/core';
import type { Collection, PersonId, Right } from '@kantine/core';
import { createForge, ManualClock } from '@kantine/forge-emulator';
import type { Forge, ForgeOptions, Group, SqlEngine, User, View } from '@kantine/forge-emulator';
import { contractCollections, contractPeople } from '@kantine/host-contract';
import type { Role } from '@kantine/host-contract';
import { announce } from '../changes/announce.ts';
import type { MarkedChange } from '../changes/marked.ts';
import { confluenceHost } from '../host.ts';
import type { ConfluenceHost } from '../host.ts';
import { openInstance } from '../instance.ts';
import type { Instance } from '../instance.ts';
import type { Kantine } from '../kantine.ts';
import { openDoor } from '../resolver/door.ts';
import type { DoorResponse, ResolverRequest } from '../resolver/door.ts';
import { migrate } from '../schema/index.ts';
import { enableSpace } from '../upkeep/space-settings.ts';
import { spacesFor } from './spaces.ts';
import type { Subjects } from './spaces.ts';
import { everyHour, functions } from './app/src/scenarios.ts';
import { outcomeOf } from './outcome.ts';
// Loads the app here, so that the first test does not have to.
import './app/src/index.ts';
import { openEngine } from '@kantine/forge-emulator/testing';
import type { EngineName } from '@kantine/forge-emulator/testing';
import { openNetwork } from './network.ts';
import type { Network } from './network.ts';

const app = fileURLToPath(new URL('app', import.meta.url));

export const allCollections: readonly Collection[] = [
  ...Object.values(collections),
  ...Object.values(contractCollections),
];

const roles = Object.keys(contractPeople) as readonly Role[];
export const accountOf = (role: Role): PersonId => `712020:${role}-4f1e`;

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

export interface Organisation {
  readonly forge: Forge;
  /** The database itself, past Forge and its limits. */
  readonly sql: SqlEngine;
  readonly clock: ManualClock;
  readonly network: Network;
  readonly instance: Instance;
  /** Who may do what in the workshop; tests change it. */
  readonly permissions: Subjects;
  /** Who may read and write in the hall. */
  readonly hall: string[];
  /** The resolver itself, for calls without a person. */
  readonly resolve: (request: ResolverRequest) => Promise<DoorResponse>;
  /** Every statement so far, with its parameters. */
  readonly statements: Statement[];
  /** How often the app asked Confluence so far. */
  confluenceCalls(): number;
  /** From now on the database says that it holds this many bytes. */
  fill(bytes: number): void;
  /** Runs something inside the app's function, for a person on a page. */
  inside<Result>(
    options: { as: PersonId; space?: 'WORK' | 'HALL' },
    work: (context: Readonly<Record<string, unknown>>) => Promise<Result>,
  ): Promise<Result>;
  /** Runs something inside the app's function of every hour, which has more time. */
  everyHour<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The ports as they are inside of one call. */
  within<Result>(
    options: { as: PersonId; space?: 'WORK' | 'HALL' },
    work: (host: ConfluenceHost) => Promise<Result>,
    told?: (changes: readonly MarkedChange[]) => void,
  ): Promise<Result>;
  open(options: { as: PersonId; space?: 'WORK' | 'HALL' }): View;
  /** Calls the resolver as a page does. @returns its answer. */
  call(
    options: { as: PersonId; space?: 'WORK' | 'HALL' },
    operation: string,
    input?: unknown,
    more?: object,
  ): Promise<DoorResponse>;
  /** Takes rights in the workshop away or gives them back, and waits until that holds. */
  restrict(person: PersonId, right: Right): Promise<void>;
  close(): Promise<void>;
}

let names = 0;

export interface OrganisationOptions {
  /** Whether the tables are there, and Kantine is enabled in both spaces; they are unless told otherwise. */
  readonly isSetUp?: boolean;
  /** Where the rows are; the embedded database unless told otherwise. */
  readonly engine?: EngineName;
  /** More people, who may do everything that the people of the contract may. */
  readonly colleagues?: readonly (PersonId | User)[];
  /** How many more spaces there are in which Kantine is enabled, and that everybody may read. */
  readonly moreSpaces?: number;
  /** Groups of Confluence; none unless told otherwise. */
  readonly groups?: readonly Group[];
  /** Names the site; two organisations in one process have two names. */
  readonly cloudId?: string;
  /** The app that answers, where it serves other sites as well; an app of its own unless told otherwise. */
  readonly kantine?: Pick<Kantine, 'resolve'>;
  /** What the app keeps: its own collections and the contract's, unless told otherwise. */
  readonly kept?: readonly Collection[];
  /** A clock that other organisations go by too. */
  readonly clock?: ManualClock;
  /** Whether a person may write only so much in a minute; so it is unless told otherwise. */
  readonly isPaced?: boolean;
  /** Where the app was deployed to, which says how much it may store. */
  readonly environment?: ForgeOptions['environment'];
  /** What calls of Confluence cost, where its documentation leaves that open. */
  readonly points?: ForgeOptions['points'];
  /** More collections than those of Kantine and of the contract. */
  readonly more?: readonly Collection[];
}

export async function openOrganisation({
  isSetUp = true,
  engine = 'the embedded database',
  colleagues = [],
  moreSpaces = 0,
  cloudId,
  kantine,
  clock = new ManualClock(Date.now()),
  points = {},
  isPaced = true,
  environment,
  groups = [],
  more = [],
  kept = allCollections,
}: OrganisationOptions = {}): Promise<Organisation> {
  const others = colleagues.map((each) =>
    typeof each === 'string' ? { accountId: each, displayName: each } : each,
  );
  const present = roles.filter((role) => contractPeople[role].active).map(accountOf);
  const employed = others.filter((user: User) => user.active ?? true);
  const active = [...present, ...employed.map(({ accountId }) => accountId)];
  const { spaces, permissions, hall } = spacesFor(active, moreSpaces);
  const users = roles.map((role) => ({
    accountId: accountOf(role),
    displayName: contractPeople[role].name,
    active: contractPeople[role].active,
  }));
  const admin = { accountId: 'admin', displayName: 'Site Admin', admin: true };
  const sql = await openEngine(engine);
  const named = cloudId === undefined ? {} : { cloudId };
  const site = { ...named, users: [...users, ...others, admin], groups, spaces };
  const forge = createForge({ app, clock, site, sql, points, environment });
  const network = openNetwork(cloudId);
  const statements: Statement[] = [];
  const instance = openInstance({
    collections: [...kept, ...more],
    isPaced,
    now: () => clock.now(),
    wait: (milliseconds) => clock.advance(milliseconds),
    onStatement: (text, parameters) => void statements.push({ text, parameters }),
  });
  const resolve = kantine?.resolve ?? openDoor(instance);
  functions.kantine = resolve;

  const open: Organisation['open'] = ({ as, space }) =>
    space === undefined
      ? forge.open({ as, module: 'everywhere' })
      : forge.open({ as, module: 'in-space', space });

  let running = 0;
  let calls = 0;
  /** A person has 500 calls in 25 seconds: who tries everything there is goes on when these are over. */
  async function inTime<T>(call: () => Promise<T>): Promise<T> {
    calls += 1;
    // A function that runs meanwhile would be over its time.
    if (running === 0 && calls % 100 === 0) await clock.advance(26_000);
    running += 1;
    try {
      return await call();
    } finally {
      running -= 1;
    }
  }

  const inside: Organisation['inside'] = (options, work) => {
    const name = `scenario ${(names += 1)}`;
    return inTime(() => outcomeOf(name, work, () => open(options).invoke('scenario', { name })));
  };

  const within: Organisation['within'] = (options, work, told) =>
    inside(options, async (context) => {
      const extension = context.extension as { readonly space?: { readonly id: string } };
      const host = confluenceHost(instance, {
        cloudId: String(context.cloudId),
        person: String(context.accountId),
        space: extension.space?.id,
        siteUrl: String(context.siteUrl),
      });
      try {
        return await work(host);
      } finally {
        told?.(await announce(instance, host));
      }
    });

  const setUp = async (): Promise<void> => {
    await migrate(instance.database, instance.collections);
    for (const { id } of spaces) await enableSpace(instance.database, id, true);
  };
  /** Forge allows 25 definitions a minute: the rest of many tables is made by a later function, as in a site. */
  const setUpInTime = (): Promise<void> =>
    inside({ as: 'admin' }, setUp).catch(async (error: unknown) => {
      if (!isKantineError(error, 'Throttled')) throw error;
      await clock.advance(60_000);
      await setUpInTime();
    });
  if (isSetUp) await setUpInTime();
  return {
    forge,
    sql,
    clock,
    network,
    instance,
    permissions,
    hall,
    resolve,
    statements,
    open,
    call: async (options, operation, input = {}, more = {}) =>
      (await inTime(() =>
        open(options).invoke('kantine', { operation, input, ...more }),
      )) as DoorResponse,
    restrict: async (person, right) => {
      const level: readonly string[] = { none: [], read: ['read'], write: ['read', 'create'] }[
        right
      ];
      for (const name of ['read', 'create'] as const) {
        const others = permissions[name].filter((each) => each !== person);
        permissions[name].splice(0, Infinity, ...others, ...(level.includes(name) ? [person] : []));
      }
      // A right that was proven is trusted for five minutes; they have to pass.
      await clock.advance(5 * 60_000 + 1);
    },
    confluenceCalls: () => network.confluenceCalls(),
    fill: (bytes) => {
      network.fill(bytes);
      instance.room.forget();
    },
    inside,
    everyHour: (work) => outcomeOf(everyHour, work, () => forge.runScheduled('hourly')),
    within,
    close: async () => {
      network.close();
      await sql.close();
    },
  };
}
