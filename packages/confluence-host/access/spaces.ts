/**
 * The rights of a person in spaces, asked with these rights. An answer is cached for half a minute, so
 * that access which was taken away ends within a minute.
 */
import { route } from '@forge/api';
import type { PersonId, Right, Wait } from '@kantine/core';
import { askConfluence } from './confluence.ts';

const rememberedMilliseconds = 30_000;
const mostRemembered = 10_000;
/** Confluence's own limit of a page of spaces. */
const mostSpaces = 250;

export interface Spaces {
  right(person: PersonId, space: string): Promise<Right>;
  /** Those that the person may read. */
  readable(person: PersonId, spaces: readonly string[]): Promise<ReadonlySet<string>>;
  isAdministrator(person: PersonId, space: string): Promise<boolean>;
}

interface Operation {
  readonly operation: string;
  readonly targetType: string;
}

interface Space {
  readonly id: string;
}

/** Writing on a wall is most like commenting; people who may write pages may do that too. */
const canWrite = ({ operation, targetType }: Operation): boolean =>
  operation === 'create' && (targetType === 'comment' || targetType === 'page');

const canAdminister = ({ operation, targetType }: Operation): boolean =>
  operation === 'administer' && targetType === 'space';

export function openSpaces({ now, wait }: { now(): number; wait: Wait }): Spaces {
  const remembered = new Map<string, { readonly answer: unknown; readonly until: number }>();

  /** Only answers are cached, no pending requests: a function that was ended never answers those that wait. */
  async function remember<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = remembered.get(question);
    if (known && known.until > now()) return known.answer as T;
    const until = now() + rememberedMilliseconds;
    const answer = await ask();
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(question, { answer, until });
    return answer;
  }

  const operations = (person: PersonId, space: string): Promise<readonly Operation[] | undefined> =>
    remember(JSON.stringify([person, space]), async () => {
      const found = await askConfluence<{ operations: readonly Operation[] }>(
        wait,
        route`/wiki/api/v2/spaces/${space}/operations`,
      );
      return found?.operations;
    });

  async function page(person: PersonId, spaces: readonly string[]): Promise<readonly string[]> {
    return remember(JSON.stringify([person, spaces]), async () => {
      const ids = spaces.join(',');
      const found = await askConfluence<{ results: readonly Space[] }>(
        wait,
        route`/wiki/api/v2/spaces?ids=${ids}&limit=${mostSpaces}`,
      );
      return (found?.results ?? []).map(({ id }) => id);
    });
  }

  return {
    async right(person, space) {
      const allowed = await operations(person, space);
      if (!allowed) return 'none';
      return allowed.some(canWrite) ? 'write' : 'read';
    },
    async readable(person, spaces) {
      const pages: Promise<readonly string[]>[] = [];
      for (let first = 0; first < spaces.length; first += mostSpaces) {
        pages.push(page(person, spaces.slice(first, first + mostSpaces)));
      }
      return new Set((await Promise.all(pages)).flat());
    },
    async isAdministrator(person, space) {
      return (await operations(person, space))?.some(canAdminister) ?? false;
    },
  };
}
