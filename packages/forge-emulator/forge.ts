import { systemClock, type Clock } from './clock/index.ts';
import { NotImplementedError } from './errors.ts';
import { Faults, type Fault } from './faults/index.ts';
import { createGateway, type Service } from './gateway/index.ts';
import { createKvs } from './kvs/index.ts';
import { findViewModule, readManifest } from './manifest/index.ts';
import { Functions, install, installGlobals, Runtime } from './runtime/index.ts';
import { Directory, type Site } from './site/index.ts';
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
  /** Opens one of the app's modules for somebody. */
  open(options: ViewOptions): View;
}

export function createForge(options: ForgeOptions): Forge {
  const manifest = readManifest(options.app);
  const site = new Directory(options.site);
  const clock = options.clock ?? systemClock;
  const faults = new Faults();
  options.faults?.forEach((fault) => faults.next(fault));
  const installation = install(manifest, site);
  installGlobals();

  const later: Service = ({ path }) => Promise.reject(new NotImplementedError(path));
  const services = {
    kvs: createKvs(manifest, clock),
    confluence: later,
    stargate: later,
    realtime: later,
  };
  const runtime = new Runtime({
    functions: new Functions(manifest, options.app),
    installation,
    clock,
    services: createGateway(services, faults, clock),
  });
  return {
    faults,
    open: (view) => {
      const module = findViewModule(manifest, view.module);
      const context = createContext(module, view, site, installation);
      return new View(module, context, { runtime, clock, faults });
    },
  };
}
