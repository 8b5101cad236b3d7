import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { USUAL, type Behaviours } from './behaviours/behaviours.ts';
import type { Farm } from './context/farm.ts';
import { Faults, type Fault } from './faults/faults.ts';
import { signIn, type SignIn } from './http/authenticate.ts';
import { handle } from './http/handle.ts';
import { makeItemTables } from './items/table.ts';
import { claimsLogin, findInDirectory, removeFromDirectory } from './people/directory.ts';
import { Throttle } from './limits/throttle.ts';
import type { Ledger } from './limits/ledger.ts';
import type { Limits } from './limits/limits.ts';
import { createSchema } from './store/schema.ts';
import { Database } from './store/database.ts';
import { bulkLoad, type BulkRow, type ListReference } from './tenant/bulk-load.ts';
import { seedTenant, seedUser } from './tenant/seed.ts';
import type { Tenant, TenantUser } from './tenant/tenant.ts';

export interface SharePointOptions {
  readonly tenant: Tenant;
  /** A file keeps everything over a restart; without one the data lives in memory. */
  readonly file?: string;
  readonly port?: number;
  /** Where the time comes from; digests expire by it and items are stamped with it. */
  readonly clock?: () => Date;
  /** Answers that are not certain, where they should differ from the usual ones. */
  readonly behaviours?: Partial<Behaviours>;
  /** What the tenant gives its clients, where it is not the usual. */
  readonly limits?: Limits;
  /** Faults that are armed from the start. */
  readonly faults?: readonly Fault[];
  /** The login that requests without a sign-in act as. Without it they are refused with 401. */
  readonly anonymousAs?: string;
}

/** A farm without a server of its own: for programs that mount it in theirs. */
export interface SharePointFarm {
  readonly handle: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
  readonly faults: Faults;
  /** What all requests cost so far. */
  readonly ledger: Ledger;
  /** Changes some answers that are not certain, from the next request on. */
  behave(changes: Partial<Behaviours>): void;
  /** What a client sends to be this person: a header for one window, a cookie for a browser. */
  signIn(loginName: string): SignIn;
  /** A new account, or a guest's, in the running tenant. */
  addUser(user: TenantUser): void;
  /** Deletes an account: nobody signs in with it any more, and sites keep what they know of it. */
  removeUser(loginName: string): void;
  /** Writes rows past all checks; answers how many. */
  bulkLoad(list: ListReference, rows: Iterable<BulkRow>): number;
  close(): void;
}

export function createSharePoint(options: SharePointOptions): SharePointFarm {
  const db = new Database(options.file ?? ':memory:');
  createSchema(db);
  const farm: Farm = {
    db,
    secret: secretOf(db),
    limits: options.limits ?? {},
    behaviours: { ...USUAL, ...options.behaviours },
    now: options.clock ?? (() => new Date()),
  };
  makeItemTables(farm);
  seedTenant(farm, options.tenant);
  const faults = new Faults();
  options.faults?.forEach((fault) => faults.next(fault));
  const throttle = new Throttle(farm.limits, farm.now);
  const handler = { farm, faults, throttle, anonymousAs: options.anonymousAs };
  return {
    handle: (incoming, outgoing) => handle(handler, incoming, outgoing),
    faults,
    ledger: throttle.ledger,
    behave: (changes) => {
      farm.behaviours = { ...farm.behaviours, ...changes };
    },
    signIn: (loginName) => {
      const person = findInDirectory(farm, claimsLogin(loginName));
      if (!person) throw new Error(`The tenant has no user '${loginName}'.`);
      return signIn(farm, person.login);
    },
    addUser: (user) => seedUser(farm, user),
    removeUser: (loginName) => removeFromDirectory(farm, claimsLogin(loginName)),
    bulkLoad: (list, rows) => bulkLoad(farm, list, rows),
    close: () => db.close(),
  };
}

export interface SharePoint extends Omit<SharePointFarm, 'handle' | 'close'> {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  readonly url: string;
  /** The same under the tenant's name, for a browser that maps the name to 127.0.0.1. */
  readonly hostUrl: string;
  close(): Promise<void>;
}

/** Starts the emulator on loopback. */
export async function startSharePoint(options: SharePointOptions): Promise<SharePoint> {
  const { handle: answer, close, ...farm } = createSharePoint(options);
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...farm,
    url: `http://127.0.0.1:${port}`,
    hostUrl: `http://${options.tenant.host ?? '127.0.0.1'}:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      close();
    },
  };
}

/** Digests and sign-ins stay good over a restart, so their secret is kept with the data. */
function secretOf(db: Database): string {
  db.run('INSERT OR IGNORE INTO settings (key, value) VALUES (?, ?)', [
    'secret',
    randomBytes(32).toString('hex'),
  ]);
  const row = db.one<{ value: string }>('SELECT value FROM settings WHERE key = ?', ['secret']);
  if (!row) throw new Error('The secret has just been written and is not there.');
  return row.value;
}
