/** An emulated organisation with the people of the contract, and an owner who is none of them. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collections } from '@kantine/core';
import { contractCollections, contractPeople } from '@kantine/host-contract';
import type { Role } from '@kantine/host-contract';
import { startSharePoint } from '@kantine/sharepoint-emulator';
import type { Behaviours, SharePoint, Tenant } from '@kantine/sharepoint-emulator';
import { sharePointHost } from '../host.ts';
import type { SharePointHost, SharePointOptions } from '../host.ts';
import { listPath } from '../schema/index.ts';
import { environmentOf, openWire, post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import { openNetwork } from './network.ts';
import type { Network } from './network.ts';

export const site = '/sites/intranet';
export type Actor = Role | 'owner';

const roles = Object.keys(contractPeople) as readonly Role[];
export const loginOf = (actor: Actor): string => `${actor}@contoso.test`;
const claimsOf = (actor: Actor): string => `i:0#.f|membership|${loginOf(actor)}`;

const owner = { loginName: loginOf('owner'), title: 'System Account' };
const present = roles.filter((role) => contractPeople[role].active);

/** What a profile may hold besides a name and a title. */
const whatIsKnownOfAnna = {
  department: 'Kitchen',
  office: 'Hall 2',
  manager: loginOf('ben'),
  email: 'anna.de.vries@contoso.test',
};

/** People of the tenant beside those of the contract, and groups of its directory. */
type Others = Partial<Pick<Tenant, 'users' | 'groups'>>;

/** @param named who is in the directory: at first everybody, later nobody who left. */
const tenantOf = (named: readonly Role[], { users = [], groups = [] }: Others = {}): Tenant => ({
  groups,
  users: [
    owner,
    ...users,
    ...named.map((role) => ({
      loginName: loginOf(role),
      title: contractPeople[role].name,
      jobTitle: contractPeople[role].title,
      ...(role === 'anna' ? whatIsKnownOfAnna : {}),
    })),
  ],
  sites: [
    {
      url: site,
      title: 'Intranet',
      admins: [owner.loginName],
      owners: [owner.loginName],
      members: present.map(loginOf),
    },
  ],
});

export const allCollections = [
  ...Object.values(collections),
  ...Object.values(contractCollections),
];

/** A Tuesday afternoon; the clock runs on from there. */
const start = Date.UTC(2026, 10, 24, 14, 30);

function testClock(): { now(): number; advance(milliseconds: number): void } {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => void (offset += milliseconds),
  };
}

export interface Organisation {
  readonly sharePoint: SharePoint;
  /** Where a list of the site is, by its name. */
  pathOf(list: string): string;
  readonly network: Network;
  readonly ids: Readonly<Record<Role, string>>;
  readonly clock: ReturnType<typeof testClock>;
  /** What a page of this person's gives to its host. */
  contextOf(actor: Actor): SharePointOptions;
  hostOf(actor: Actor, more?: Partial<SharePointOptions>): SharePointHost;
  /** The host of somebody who is none of the actors. */
  hostAs(login: string): SharePointHost;
  /** Requests by hand, past the adapter: what anybody can do who knows the REST API. */
  wireOf(actor: Actor): Wire;
  /** Closes it. @returns a file of what there was, for a template. */
  keep(): Promise<string>;
  close(): Promise<void>;
}

/** A file with the site in it: what it takes to be copied instead of being made again. */
export interface Template {
  readonly file: string;
  readonly ids: Readonly<Record<Role, string>>;
  readonly tokens: Readonly<Record<Actor, Readonly<Record<string, string>>>>;
}

export interface Folder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function openFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'kantine-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** What an owner did in a new site. */
type SetUp = (context: SharePointOptions) => Promise<void>;

/**
 * The assumption of version 0.1 about SharePoint: it set up no site where this is refused, and no closed
 * group.
 */
export const asEarlier: Partial<Behaviours> = {
  groupAsOwnerByRest: 'works',
  uniqueBesideReadSecurity: 'works',
};

const setUpNow: SetUp = (context) =>
  sharePointHost({ ...context, collections: allCollections }).provision();

let templates = 0;

/** @param setUp what the owner has done already; nothing, or what an owner does today. */
export async function makeTemplate(
  folder: Folder,
  setUp: SetUp | 'nothing' = setUpNow,
  behaviours: Partial<Behaviours> = {},
): Promise<Template> {
  const file = join(folder.path, `template-${(templates += 1)}.db`);
  const clock = testClock();
  const sharePoint = await startSharePoint({
    tenant: tenantOf(roles),
    file,
    behaviours,
    clock: () => new Date(clock.now()),
  });
  const tokens = Object.fromEntries(
    [...roles, 'owner' as const].map((actor) => [actor, sharePoint.signIn(loginOf(actor)).headers]),
  ) as Template['tokens'];
  const fetchAs = signedIn(tokens.owner, openNetwork());
  const context = { webUrl: `${sharePoint.url}${site}`, fetch: fetchAs, now: clock.now };
  const wire = openWire(environmentOf(context));
  const ids = {} as Record<Role, string>;
  for (const role of roles) {
    const { Id } = await wire.send<{ Id: number }>(
      post('web/ensureUser', { logonName: claimsOf(role) }),
    );
    ids[role] = String(Id);
  }
  if (setUp !== 'nothing') await setUp(context);
  await sharePoint.close();
  leave(
    file,
    roles.filter((role) => !present.includes(role)),
  );
  return { file, ids, tokens };
}

/** Takes people out of the directory, as if their accounts were deleted; the site remembers them. */
function leave(file: string, gone: readonly Role[]): void {
  const db = new DatabaseSync(file);
  for (const role of gone) db.prepare('DELETE FROM directory WHERE login = ?').run(claimsOf(role));
  db.close();
  settle(file);
}

/** Moves the content of the log into the file, which alone is copied. */
function settle(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

const signedIn =
  (headers: Readonly<Record<string, string>>, network: Network) =>
  (url: string, init: RequestInit): Promise<Response> =>
    network.fetch(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...headers },
    });

let copies = 0;

export async function openOrganisation(
  folder: Folder,
  template: Template,
  behaviours: Partial<Behaviours> = {},
  others: Others = {},
): Promise<Organisation> {
  const file = join(folder.path, `copy-${(copies += 1)}.db`);
  await copyFile(template.file, file);
  const clock = testClock();
  const network = openNetwork();
  const sharePoint = await startSharePoint({
    tenant: tenantOf(present, others),
    file,
    behaviours,
    clock: () => new Date(clock.now()),
  });
  const webUrl = `${sharePoint.url}${site}`;
  const contextAs = (token: Readonly<Record<string, string>>) => ({
    webUrl,
    fetch: signedIn(token, network),
    now: clock.now,
    wait: (milliseconds: number) => Promise.resolve(clock.advance(milliseconds)),
  });
  const contextOf = (actor: Actor) => contextAs(template.tokens[actor]);
  return {
    sharePoint,
    pathOf: (list) => listPath(webUrl, list),
    network,
    ids: template.ids,
    clock,
    contextOf,
    hostOf: (actor, more) =>
      sharePointHost({ ...contextOf(actor), collections: allCollections, ...more }),
    hostAs: (login) =>
      sharePointHost({
        ...contextAs(sharePoint.signIn(login).headers),
        collections: allCollections,
      }),
    wireOf: (actor) => openWire(environmentOf(contextOf(actor))),
    keep: async () => {
      await sharePoint.close();
      settle(file);
      return file;
    },
    close: async () => {
      await sharePoint.close();
      await rm(file, { force: true });
    },
  };
}
