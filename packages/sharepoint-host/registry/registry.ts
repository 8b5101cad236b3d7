/** Which group containers there are. One that was seen is remembered: nobody closes an open group. */
import { isGroup } from '@kantine/core';
import type { ContainerId, Identity } from '@kantine/core';
import { columns, digestOf, listNames, listPath } from '../schema/index.ts';
import {
  answerOf,
  asForbidden,
  getBare,
  hasCode,
  thresholdCode,
  concurrently,
} from '../wire/index.ts';
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

  async function* look(container: ContainerId): Talk<void> {
    const slot = await digestOf('container', container);
    const [outcome] = yield [
      getBare(`${list}/items?$select=Id&$filter=${columns.slot} eq '${slot}'&$top=1`),
    ];
    try {
      if (answerOf<readonly unknown[]>(outcome).length === 0) return;
    } catch (error) {
      // More than 5,000 rows say that it is there.
      if (!hasCode(error, thresholdCode)) throw asForbidden(error, container);
    }
    known.add(container);
  }

  return {
    async register(container) {
      const { register } = await import(/* webpackChunkName: 'write' */ './register.ts');
      await register({ environment, wire, identity }, container);
      known.add(container);
    },
    async *missing(containers) {
      const unknown = [...new Set(containers)].filter((name) => isGroup(name) && !known.has(name));
      let open: readonly ContainerId[] = unknown;
      if (unknown.length > 3) {
        const { foundAmong } = await import(
          /* webpackChunkName: 'together' */ './missing-among.ts'
        );
        const among = yield* foundAmong(list, unknown);
        for (const container of among.found) known.add(container);
        ({ open } = among);
      }
      // What the answer did not tell is asked one by one.
      yield* concurrently(open.map(look));
      return new Set(unknown.filter((container) => !known.has(container)));
    },
  };
}
