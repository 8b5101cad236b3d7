/** Which group containers there are. One that was seen is remembered: nobody closes an open group. */
import { isGroup } from '@kantine/core';
import type { ContainerId, Identity } from '@kantine/core';
import { columns, digestOf, listNames, listPath } from '../schema/index.ts';
import { answerOf, asForbidden, get, hasCode, thresholdCode, concurrently } from '../wire/index.ts';
import type { Environment, Talk, Wire } from '../wire/index.ts';

export interface Registry {
  /** Makes a group's container. @throws Forbidden */
  register(container: ContainerId): Promise<void>;
  /** The containers among these that nobody made; those that are always there are never among them. */
  missing(containers: readonly ContainerId[]): Talk<ReadonlySet<ContainerId>>;
}

export function openRegistry(environment: Environment, wire: Wire, identity: Identity): Registry {
  const list = listPath(environment.webUrl, listNames.registry);
  const known = new Set<ContainerId>();

  async function* isMissing(container: ContainerId): Talk<boolean> {
    const slot = await digestOf('container', container);
    const [outcome] = yield [
      get(`${list}/items?$select=Id&$filter=${columns.slot} eq '${slot}'&$top=1`),
    ];
    try {
      if (answerOf<readonly unknown[]>(outcome).length === 0) return true;
    } catch (error) {
      // More than 5,000 rows say that it is there.
      if (!hasCode(error, thresholdCode)) throw asForbidden(error, container);
    }
    known.add(container);
    return false;
  }

  return {
    async register(container) {
      const { register } = await import(/* webpackChunkName: 'write' */ './register.ts');
      await register({ environment, wire, identity }, container);
      known.add(container);
    },
    async *missing(containers) {
      const unknown = [...new Set(containers)].filter((name) => isGroup(name) && !known.has(name));
      const missing = yield* concurrently(unknown.map(isMissing));
      return new Set(unknown.filter((_, position) => missing[position]));
    },
  };
}
