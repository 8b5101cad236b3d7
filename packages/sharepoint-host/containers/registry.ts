/** Which group containers there are. One that was seen is remembered: nobody closes an open group. */
import { Forbidden } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { columns, digestOf, isGroup, listPath, registryList } from '../schema/index.ts';
import { answerOf, asForbidden, duplicateCode, hasCode, post } from '../wire/index.ts';
import type { Environment, Wire } from '../wire/index.ts';
import { askSlot } from '../store/ask.ts';
import { together } from '../store/talk.ts';
import type { Talk } from '../store/talk.ts';

export interface Registry {
  /** Makes a group's container. @throws Forbidden */
  register(container: ContainerId): Promise<void>;
  /** The containers among these that nobody made; those that are always there are never among them. */
  missing(containers: readonly ContainerId[]): Talk<ReadonlySet<ContainerId>>;
}

const digestFor = (container: ContainerId) => digestOf('container', container);

export function openRegistry(environment: Environment, wire: Wire): Registry {
  const list = listPath(environment.webUrl, registryList.name);
  const known = new Set<ContainerId>();

  async function* isMissing(container: ContainerId): Talk<boolean> {
    const [outcome] = yield [askSlot(list, await digestFor(container))];
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
