import {
  Deliveries,
  fire,
  Queues,
  runScheduled,
  type BackgroundFailure,
  type ForgeEvent,
} from './background/index.ts';
import { systemClock, type Clock } from './clock/index.ts';
import { createConfluence } from './confluence/index.ts';
import { Faults, type Fault } from './faults/index.ts';
import { createGateway } from './gateway/index.ts';
import { createKvs } from './kvs/index.ts';
import { findViewModule, readManifest } from './manifest/index.ts';
import { Realtime } from './realtime/index.ts';
import { Functions, install, installGlobals, Runtime } from './runtime/index.ts';
import { Directory, type Site } from './site/index.ts';
import { createStargate } from './stargate/index.ts';
import { createContext, View, type ViewOptions } from './view/index.ts';

export interface ForgeOptions {
  /** The folder of the app's manifest.yml. */
  readonly app: string;
  readonly site: Site;
  readonly clock?: Clock;
  /** Faults that strike once, from the start. */
  readonly faults?: readonly Fault[];
}

/** An app, installed in a site, without a server. */
export interface Forge {
  readonly faults: Faults;
  /** Functions that failed without a person waiting for them. */
  readonly failures: readonly BackgroundFailure[];
  /** Opens one of the app's modules for somebody. */
  open(options: ViewOptions): View;
  /** Calls the triggers that listen to an event, and comes back when each has run once. */
  fire(event: ForgeEvent): Promise<void>;
  /** Calls a scheduled trigger as if its time had come. */
  runScheduled(key: string): Promise<void>;
  /** Waits until every event that is due by the clock has been delivered. */
  settled(): Promise<void>;
}

export function createForge(options: ForgeOptions): Forge {
  const manifest = readManifest(options.app);
  const site = new Directory(options.site);
  const clock = options.clock ?? systemClock;
  const faults = new Faults();
  options.faults?.forEach((fault) => faults.next(fault));
  const installation = install(manifest, site);
  installGlobals();

  const deliveries: Deliveries = new Deliveries(() => runtime, clock);
  const realtime = new Realtime(clock);
  const services = {
    kvs: createKvs(manifest, clock),
    confluence: createConfluence(manifest, site, clock),
    stargate: createStargate(site, new Queues(manifest, deliveries)),
    realtime: realtime.service,
  };
  const runtime: Runtime = new Runtime({
    functions: new Functions(manifest, options.app),
    installation,
    clock,
    services: createGateway(services, faults, clock),
  });
  return {
    faults,
    failures: deliveries.failures,
    open: (view) => {
      const module = findViewModule(manifest, view.module);
      const context = createContext(module, view, site, installation);
      return new View(module, context, { runtime, clock, faults });
    },
    fire: (event) => fire(manifest, deliveries, event),
    runScheduled: (key) => runScheduled(manifest, deliveries, installation, key),
    settled: () => deliveries.settled(),
  };
}
