import { assemble, type ForgeOptions, type Parts } from './assemble.ts';
import {
  fire,
  hasListener,
  runScheduled,
  type BackgroundFailure,
  type ForgeEvent,
} from './background/index.ts';
import type { Faults } from './faults/index.ts';
import type { Ledger } from './ledger/index.ts';
import { findViewModule } from './manifest/index.ts';
import { exportContent, type Exported, type ExportOptions } from './export/index.ts';
import type { Version } from './deployment/index.ts';
import { createContext, View, type ViewOptions } from './view/index.ts';

/** An app, installed in a site, without a server. */
export interface Forge {
  readonly faults: Faults;
  /** What the app used of everything that is limited. */
  readonly ledger: Ledger;
  /** Functions that failed without a person waiting for them. */
  readonly failures: readonly BackgroundFailure[];
  /** Opens one of the app's modules for somebody. */
  open(options: ViewOptions): View;
  /** Calls the triggers that listen to an event, and comes back when each has run once. */
  fire(event: ForgeEvent): Promise<void>;
  /**
   * Deploys another version of the app. A minor one is there at once, without an event.
   * @returns which it is; a major one waits for `consent`.
   */
  deploy(app: string): Version;
  /** An administrator consents to the major version that waits: the event of an upgrade follows. */
  consent(): Promise<void>;
  /** Exports a page. @returns what each of its macros is there, from top to bottom. */
  export(options: ExportOptions): Promise<readonly Exported[]>;
  /** Calls a scheduled trigger as if its time had come. */
  runScheduled(key: string): Promise<void>;
  /** Waits until every event that is due by the clock has been delivered. */
  settled(): Promise<void>;
}

export function createForge(options: ForgeOptions): Forge {
  return forgeOf(assemble(options));
}

export function forgeOf(parts: Parts): Forge {
  const { manifest, faults, deliveries, installation, ledger } = parts;
  return {
    faults,
    ledger,
    failures: deliveries.failures,
    open: (options) => openView(parts, options),
    fire: (event) => fire(manifest, deliveries, event),
    deploy: (app) => parts.deployment.deploy(app),
    consent: async () => {
      parts.deployment.consent();
      const event = { eventType: 'avi:forge:upgraded:app' };
      if (hasListener(manifest, event)) await fire(manifest, deliveries, event);
    },
    export: (options) => exportContent(parts, options),
    runScheduled: (key) => runScheduled(manifest, deliveries, installation, key),
    settled: () => deliveries.settled(),
  };
}

export function openView(parts: Parts, options: ViewOptions): View {
  const module = findViewModule(parts.manifest, options.module);
  const context = createContext(module, options, parts.site, parts.installation);
  return new View(module, context, parts);
}
