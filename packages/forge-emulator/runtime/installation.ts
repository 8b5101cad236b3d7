import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import type { Manifest } from '../manifest/index.ts';
import { uuidOf, type Directory } from '../site/index.ts';

/** Where an app was deployed to; limits differ: https://developer.atlassian.com/platform/forge/environments-and-versions/ */
export type Environment = 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';

/** An app that is installed in a site. */
export interface Installation {
  readonly appId: string;
  readonly environmentId: string;
  readonly environmentType: Environment;
  readonly installationId: string;
  readonly contextAri: string;
  readonly cloudId: string;
  readonly permissions: { readonly scopes: readonly string[]; readonly external: object };
}

export function install(
  manifest: Manifest,
  site: Directory,
  environmentType: Environment = 'DEVELOPMENT',
): Installation {
  return {
    appId: manifest.app.id.split('/').at(-1) ?? manifest.app.id,
    environmentId: '22222222-3333-4444-8555-666666666666',
    environmentType,
    installationId: uuidOf(`${manifest.app.id} in ${site.cloudId}`),
    contextAri: `ari:cloud:confluence::site/${site.cloudId}`,
    cloudId: site.cloudId,
    get permissions() {
      const { scopes = [], external = {} } = manifest.permissions ?? {};
      return { scopes, external };
    },
  };
}

export interface RuntimeOptions {
  readonly installation: Installation;
  readonly accountId: string | undefined;
  readonly moduleKey: string;
  readonly clock: Clock;
  readonly deadline: number;
}

const silent = { incr: ignore, decr: ignore, set: ignore, measure: () => ({ stop: ignore }) };

/** What `@forge/api`, `@forge/realtime` and `@forge/kvs` read of `global.__forge_runtime__`. */
export function createRuntime(options: RuntimeOptions): object {
  const { installation, accountId, moduleKey, clock, deadline } = options;
  const { appId, environmentId, environmentType, installationId, permissions } = installation;
  return {
    appContext: {
      appId,
      appVersion: '1.0.0',
      environmentId,
      environmentType,
      invocationId: randomUUID(),
      installationId,
      moduleKey,
      installation: describe(installation),
      permissions,
    },
    contextAri: installation.contextAri,
    cloudId: installation.cloudId,
    aaid: accountId,
    externalAuth: [],
    metrics: { counter: () => silent, timing: () => silent, gauge: () => silent },
    tracing: { traceId: randomUUID().replaceAll('-', ''), spanId: randomUUID().slice(0, 8) },
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now()) },
    realtime: { contextToken: 'context-token' },
  };
}

/** The second argument of every function, from which a Resolver takes the person. */
export function createRequest(installation: Installation, accountId: string | undefined): object {
  return {
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installContext: installation.contextAri,
    installation: describe(installation),
  };
}

function describe({ installationId, cloudId, contextAri }: Installation): object {
  return { ari: { installationId }, contexts: [{ cloudId, workspaceId: contextAri }] };
}

function ignore(): void {
  // Metrics go to Atlassian; here nobody reads them.
}
