/**
 * The rights of a person in spaces, asked with these rights. A right that was proven is trusted for
 * reading for five minutes and asked anew for writing; a refusal for half a minute, since somebody may
 * just have been let in. Each question costs points of an hour, so that no space is asked for twice.
 */
import { route } from '@forge/api';
import type { Right } from '@kantine/core';
import { askConfluence } from './confluence.ts';
import type { Asker } from './confluence.ts';

const trustedMilliseconds = 5 * 60_000;
const refusedMilliseconds = 30_000;
const mostRemembered = 10_000;
/** Confluence's own limit of a page of spaces. */
const mostSpaces = 250;
/** The account of everybody who is not signed in: many people. */
const unidentified = 'unidentified';

/** Who asks, in which call: what an earlier one asked is not new. */
export interface SpaceAsker extends Asker {
  readonly call: symbol;
}

export interface Spaces {
  /** @param isNew whether only an answer counts that was asked for in this call. */
  right(asker: SpaceAsker, space: string, isNew?: boolean): Promise<Right>;
  /** Those that the person may read. */
  readable(asker: SpaceAsker, spaces: readonly string[]): Promise<ReadonlySet<string>>;
  /** @param isNew whether only an answer counts that was asked for in this call. */
  isAdministrator(asker: SpaceAsker, space: string, isNew?: boolean): Promise<boolean>;
}

interface PermissionOperation {
  readonly operation: string;
  readonly targetType: string;
}

interface Space {
  readonly id: string;
}

/** Writing on a wall is most like commenting; people who may write pages may do that too. */
const canWrite = ({ operation, targetType }: PermissionOperation): boolean =>
  operation === 'create' && (targetType === 'comment' || targetType === 'page');

const canAdminister = ({ operation, targetType }: PermissionOperation): boolean =>
  operation === 'administer' && targetType === 'space';

/** What is known of a person in a space. */
interface Known {
  readonly isReadable: boolean;
  /** Absent where only reading was asked for. */
  readonly operations?: readonly PermissionOperation[] | undefined;
  readonly asked: number;
  readonly call: symbol;
}

export function openSpaces({ now }: { readonly now: () => number }): Spaces {
  // Only answers are kept, no questions under way: a function that was ended never answers those that wait.
  const remembered = new Map<string, Known>();

  const placeOf = ({ cloudId, person }: SpaceAsker, space: string): string =>
    JSON.stringify([cloudId, person, space]);

  function known(asker: SpaceAsker, space: string): Known | undefined {
    const found = remembered.get(placeOf(asker, space));
    const life = found?.isReadable === true ? trustedMilliseconds : refusedMilliseconds;
    return found && found.asked + life > now() ? found : undefined;
  }

  function remember(
    asker: SpaceAsker,
    space: string,
    answer: Omit<Known, 'asked' | 'call'>,
  ): Known {
    const found = { ...answer, asked: now(), call: asker.call };
    if (asker.person === unidentified) return found;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(placeOf(asker, space), found);
    return found;
  }

  async function operations(asker: SpaceAsker, space: string, isNew = false): Promise<Known> {
    const found = known(asker, space);
    const isEnough = found && (!found.isReadable || found.operations !== undefined);
    if (isEnough && (!isNew || found.call === asker.call)) return found;
    const answer = await askConfluence<{ operations: readonly PermissionOperation[] }>(
      asker,
      route`/wiki/api/v2/spaces/${space}/operations`,
    );
    return remember(asker, space, {
      isReadable: answer !== undefined,
      operations: answer?.operations,
    });
  }

  /** @returns those of some spaces, of which nothing is known, that the person may read. */
  async function askReadable(
    asker: SpaceAsker,
    spaces: readonly string[],
  ): Promise<readonly string[]> {
    const [only] = spaces;
    // The rights in one space cost less than the space itself.
    if (spaces.length === 1 && only !== undefined) {
      return (await operations(asker, only)).isReadable ? [only] : [];
    }
    const ids = spaces.join(',');
    const found = await askConfluence<{ results: readonly Space[] }>(
      asker,
      route`/wiki/api/v2/spaces?ids=${ids}&limit=${mostSpaces}`,
    );
    const told = new Set(found?.results.map(({ id }) => id));
    for (const space of spaces) remember(asker, space, { isReadable: told.has(space) });
    return spaces.filter((space) => told.has(space));
  }

  return {
    async right(asker, space, isNew) {
      const { isReadable, operations: allowed = [] } = await operations(asker, space, isNew);
      if (!isReadable) return 'none';
      return allowed.some(canWrite) ? 'write' : 'read';
    },
    async readable(asker, spaces) {
      const trusted = spaces.filter((space) => known(asker, space)?.isReadable === true);
      const wanted = spaces.filter((space) => !known(asker, space));
      const pages: Promise<readonly string[]>[] = [];
      for (let first = 0; first < wanted.length; first += mostSpaces) {
        pages.push(askReadable(asker, wanted.slice(first, first + mostSpaces)));
      }
      return new Set([...trusted, ...(await Promise.all(pages)).flat()]);
    },
    async isAdministrator(asker, space, isNew = true) {
      const { operations: allowed = [] } = await operations(asker, space, isNew);
      return allowed.some(canAdminister);
    },
  };
}
