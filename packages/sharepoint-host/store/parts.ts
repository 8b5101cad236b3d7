/** What reading and writing records have in common. */
import { Forbidden } from '@kantine/core';
import type { Change, Collection, ContainerId, Identity, PersonId } from '@kantine/core';
import type { Journal } from '../changes/index.ts';
import type { Registry } from '../registry/index.ts';
import { isKeptIn, listName, listPath, placeOf } from '../schema/index.ts';
import type { Place } from '../schema/index.ts';
import { hold } from '../wire/index.ts';
import type { Environment, Talk, Wire } from '../wire/index.ts';
import type { Shortfall } from './lacking.ts';
import { openSeen } from './seen.ts';
import type { Seen } from './seen.ts';

export interface StoreOptions {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly shortfall: Shortfall;
  readonly journal: Journal;
  readonly changed: (change: Change) => void;
}

/** The list of a collection in a container. */
export interface Where {
  readonly place: Place;
  readonly name: string;
  /** Below `_api/`. */
  readonly path: string;
}

type Columns = Readonly<Record<string, string>>;

export interface StoreParts extends StoreOptions {
  readonly seen: Seen;
  /** @throws Forbidden for a container that is not the reader's, or that is none. */
  listOf(collection: Collection, container: ContainerId, me: PersonId): Where;
  /** @throws Forbidden where nobody made one of these */
  demandThere(containers: readonly ContainerId[]): Talk<void>;
  /**
   * Writes columns. Where the site waits for an update, those that its list lacks are left out.
   * @throws Forbidden where the whole list is lacking
   */
  withColumns<T>(
    collection: Collection,
    where: Where,
    columns: Columns,
    write: (columns: Columns) => Promise<T>,
  ): Promise<T>;
}

export function storeParts(options: StoreOptions): StoreParts {
  const { environment, wire, registry, shortfall } = options;
  return {
    ...options,
    seen: openSeen(),
    listOf(collection, container, me) {
      const place = placeOf(container, me);
      if (!place) throw new Forbidden(container);
      if (!isKeptIn(collection, place)) {
        throw new RangeError(`${collection.name} is not kept in ${container}.`);
      }
      const name = listName(collection, place);
      return { place, name, path: listPath(environment.webUrl, name) };
    },
    async *demandThere(containers) {
      const [missing] = [...(yield* registry.missing(containers))];
      if (missing !== undefined) throw new Forbidden(missing);
    },
    async withColumns(collection, { place, path }, columns, write) {
      const without = (lacking: ReadonlySet<string>): Columns =>
        Object.fromEntries(Object.entries(columns).filter(([name]) => !lacking.has(name)));
      try {
        return await write(without(shortfall.known(path)?.columns ?? new Set()));
      } catch (error) {
        const lacking = await hold(wire, shortfall.behind(error, collection, place));
        if (!lacking) throw error;
        if (!lacking.list) return write(without(lacking.columns));
        throw new Forbidden(`${collection.name} until an owner updates Kantine`, { cause: error });
      }
    },
  };
}
