/**
 * The operations of the host itself by name. Each is loaded with its first call. Pages of every version
 * since 0.1 call these names, so a name that was there stays.
 */
import { acceptInput } from '@kantine/core';
import type { HostCall, HostOperation } from './host-operation.ts';

const loaders: Readonly<Record<string, () => Promise<HostOperation>>> = {
  listen: async () => (await import('./listen.ts')).listenOperation,
  hear: async () => (await import('./listen.ts')).hearOperation,
  together: async () => (await import('./together.ts')).togetherOperation,
  readSpaceSettings: async () => (await import('./space-settings.ts')).readSpaceSettings,
  changeSpaceSettings: async () => (await import('./space-settings.ts')).changeSpaceSettings,
  removeMessage: async () => (await import('./remove-message.ts')).removeMessage,
  checkSite: async () => (await import('./check.ts')).checkSite,
  openCheckChannel: async () => (await import('./check.ts')).openCheckChannel,
  tellCheck: async () => (await import('./check.ts')).tellCheck,
  readSiteSettings: async () => (await import('./site-settings.ts')).readSiteSettings,
  changeSiteSettings: async () => (await import('./site-settings.ts')).changeSiteSettings,
};

/** All of them by name, for tests of what each takes. */
export async function declaredHostOperations(): Promise<ReadonlyMap<string, HostOperation>> {
  const found = Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const);
  return new Map(await Promise.all(found));
}

/**
 * @returns what runs the requested operation, or nothing where the request is for the community.
 * Running it throws Outdated for a field that is not known, Invalid `malformed`, and what the
 * operation throws.
 */
export function hostOperationIn(
  payload: unknown,
): ((call: HostCall) => Promise<unknown>) | undefined {
  const { operation, input } = (payload ?? {}) as { operation?: unknown; input?: unknown };
  if (typeof operation !== 'string' || !Object.hasOwn(loaders, operation)) return undefined;
  const load = loaders[operation];
  return async (call) => {
    const found = await load?.();
    return found?.run(call, await acceptInput(operation, found, input ?? {}));
  };
}
