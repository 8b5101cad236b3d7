/** Which group containers there are. One that was seen is remembered: nobody closes an open group. */
import { Forbidden } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { columns, digestOf, isGroup, listPath, registryList } from '../schema/index.ts';
import {
  answerOf,
  asForbidden,
  duplicateCode,
  get,
  hasCode,
  post,
  together,
} from '../wire/index.ts';
import type { Environment, Operation, Talk, Wire } from '../wire/index.ts';

export interface Registry {
  /** Makes a group's container. @throws Forbidden */
  register(container: ContainerId): Promise<void>;
  /** The containers among these that nobody made; those that are always there are never among them. */
  missing(containers: readonly ContainerId[]): Talk<ReadonlySet<ContainerId>>;
}

const digestFor = (container: ContainerId) => digestOf('container', container);

const askFor = (list: string, digest: string): Operation =>
  get(`${list}/items?$select=Id&$filter=${columns.slot} eq '${digest}'&$top=1`);

export function openRegistry(environment: Environment, wire: Wire): Registry {
  const list = listPath(environment.webUrl, registryList.name);
  const known = new Set<ContainerId>();

  async function* isMissing(container: ContainerId): Talk<boolean> {
    const [outcome] = yield [askFor(list, await digestFor(container))];
    try {
      if (answerOf<readonly unknown[]>(outcome).length === 0) return true;
    } catch (error) {
      throw asForbidden(error, container);
    }
    known.add(container);
    return false;
  }

  return {
    async register(container) {
      if (!isGroup(container)) throw new Forbidden(container);
      const row = {
        [columns.slot]: await digestFor(container),
        [columns.key]: JSON.stringify(container),
      };
      try {
        await wire.send(post(`${list}/items`, row));
      } catch (error) {
        if (!hasCode(error, duplicateCode)) throw asForbidden(error, container);
      }
      known.add(container);
    },
    async *missing(containers) {
      const unknown = [...new Set(containers)].filter((name) => isGroup(name) && !known.has(name));
      const missing = yield* together(unknown.map(isMissing));
      return new Set(unknown.filter((_, position) => missing[position]));
    },
  };
}
