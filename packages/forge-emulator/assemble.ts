import { Deliveries, Queues } from './background/index.ts';
import { systemClock, type Clock } from './clock/index.ts';
import { createConfluence } from './confluence/index.ts';
import { Deployment } from './deployment/index.ts';
import { Faults, type Fault } from './faults/index.ts';
import { createGateway } from './gateway/index.ts';
import { createKvs } from './kvs/index.ts';
import { openLedger, type PointsOptions } from './ledger/index.ts';
import { readManifest, readTranslations, type Translations } from './manifest/index.ts';
import { Realtime } from './realtime/index.ts';
import { Functions, install, installGlobals, Runtime, type Environment } from './runtime/index.ts';
import { Directory, type Site } from './site/index.ts';
import { createSql, embeddedEngine, type SentStatement, type SqlEngine } from './sql/index.ts';
import { createStargate } from './stargate/index.ts';

export interface ForgeOptions {
  /** The folder of the app's manifest.yml. */
  readonly app: string;
  readonly site: Site;
  /** Development unless told otherwise. */
  readonly environment?: Environment | undefined;
  readonly clock?: Clock;
  /** What runs the statements of `@forge/sql`; the embedded database unless told otherwise. */
  readonly sql?: SqlEngine;
  /** Told of every statement that the app sends. */
  readonly onStatement?: (statement: SentStatement) => void;
  /** What calls of Confluence cost, where the documentation leaves it open, and how many points there are. */
  readonly points?: PointsOptions | undefined;
  /** Faults that strike once, from the start. */
  readonly faults?: readonly Fault[];
}

/** Everything of one installed app, put together; its server is another matter. */
export function assemble({ app, faults: armed = [], ...options }: ForgeOptions) {
  const manifest = readManifest(app);
  const site = new Directory(options.site);
  const clock = options.clock ?? systemClock;
  const faults = new Faults();
  for (const fault of armed) faults.next(fault);
  const installation = install(manifest, site, options.environment);
  installGlobals();

  const deliveries: Deliveries = new Deliveries(() => runtime, clock);
  const ledger = openLedger(clock, options.points);
  const realtime = new Realtime(clock, ledger.realtime);
  const engine = options.sql ?? embeddedEngine();
  const services = {
    kvs: createKvs(manifest, clock),
    sql: createSql({
      manifest,
      clock,
      engine,
      environment: installation.environmentType,
      onStatement: options.onStatement ?? ignore,
      tally: ledger.statements,
    }),
    confluence: createConfluence(manifest, site, clock, ledger.points),
    stargate: createStargate(site, new Queues(manifest, deliveries)),
    realtime: realtime.service,
  };
  const gateway = createGateway(services, faults, clock);
  const functions = new Functions(manifest, app);
  const runtime: Runtime = new Runtime({ functions, installation, clock, services: gateway });
  const translations: Translations = readTranslations(app, manifest);
  const moveTo = (folder: string): void => {
    functions.moveTo(folder);
    Object.assign(parts, { app: folder, translations: readTranslations(folder, manifest) });
  };
  const parts = {
    app,
    manifest,
    translations,
    /** What macros were configured as since the start, by their local ids. */
    configs: new Map<string, Readonly<Record<string, unknown>>>(),
    deployment: new Deployment({ manifest, moveTo }),
    site,
    clock,
    faults,
    installation,
    deliveries,
    ledger,
    realtime,
    gateway,
    runtime,
    /** Ends what was started here; an engine that was given is its giver's to end. */
    close: () => (options.sql ? Promise.resolve() : engine.close()),
  };
  return parts;
}

function ignore(): void {
  // Nobody counts statements.
}

export type Parts = ReturnType<typeof assemble>;
