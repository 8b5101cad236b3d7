/** The lists of containers as an owner of the site finds them. */
import { Forbidden, isClosed, kindOf, personContainer } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import type { Closed } from '../containers/later.ts';
import { columns, groupOf, ownerDigest, parsed } from '../schema/index.ts';
import { findLists } from '../store/where.ts';
import type { Kept, Row } from '../store/row.ts';
import { answerOf, asForbidden, get, isOwner, isRefusal } from '../wire/index.ts';
import type { BasePermissions, Environment, Outcome, RestRequest, Wire } from '../wire/index.ts';

/** A list whose rows its owner may change, whoever wrote them. */
export interface OwnedList extends Kept {
  readonly wire: Wire;
  /** Below `_api/`. */
  readonly path: string;
  /**
   * Asks questions about the rows, and with them for the right to all of these.
   * @throws Forbidden to who has no Full Control on the list
   */
  ask(questions: readonly RestRequest[]): Promise<readonly Outcome[]>;
}

/** Nothing lies where no list is. */
type Work<T> = (list: OwnedList | undefined) => Promise<T>;

interface OwnedLists {
  /** @throws Forbidden to who is no owner */
  within<T>(collection: Collection, container: ContainerId, work: Work<T>): Promise<T>;
}

interface OwnedListsOptions {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly closed: Closed;
}

/** ManagePermissions, bit 26: of all levels Full Control alone has it. */
const managePermissions = 1 << 25;

/** Whose a person's container is; SharePoint keeps it in a list of which its owner reads all rows. */
const personIn = (container: ContainerId): string =>
  kindOf(container) === 'person' ? container.slice(personContainer('').length) : '';

export function openOwnedLists({ environment, wire, closed }: OwnedListsOptions): OwnedLists {
  async function demandSiteOwner(): Promise<void> {
    const isTheirs = await isOwner(wire).catch((error: unknown) => {
      throw asForbidden(error, 'the rows of others');
    });
    if (!isTheirs) throw new Forbidden('the rows of others');
  }

  async function pathOf(
    collection: Collection,
    container: ContainerId,
  ): Promise<string | undefined> {
    const group = groupOf(container);
    const isThere = !isClosed(group) || (await (await closed()).whereIn([group])).has(group);
    if (!isThere || kindOf(container) === undefined) return undefined;
    const identity = { me: () => Promise.resolve(personIn(container)) };
    const found = await findLists({ environment, identity, closed }, [{ collection, container }]);
    return found[0]?.path;
  }

  function listAt(path: string, kept: Kept): OwnedList {
    async function ask(questions: readonly RestRequest[]): Promise<readonly Outcome[]> {
      const right = get(`${path}/EffectiveBasePermissions`);
      const [told, ...outcomes] = await wire.batch([right, ...questions]);
      const { Low } = answerOf<BasePermissions>(told);
      if ((Number(Low) & managePermissions) === 0) throw new Forbidden('the rows of others');
      return outcomes;
    }
    return { wire, path, ...kept, ask };
  }

  return {
    async within(collection, container, work) {
      const path = await pathOf(collection, container);
      try {
        if (path !== undefined) return await work(listAt(path, { collection, container }));
      } catch (error) {
        // A list that an owner has not made yet holds nothing.
        if (!isRefusal(error, 404)) throw asForbidden(error, container);
      }
      await demandSiteOwner();
      return work(undefined);
    },
  };
}

/** Whether a row is of a container and its author's, as pages believe it. */
export async function isOf(kept: Kept, row: Row): Promise<boolean> {
  const key = parsed(row[columns.key]);
  if (typeof key !== 'string') return false;
  return row[columns.owner] === (await ownerDigest(kept, String(row.AuthorId), key));
}
