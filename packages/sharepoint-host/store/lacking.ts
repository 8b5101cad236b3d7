/**
 * What a list lacks of what this version declares, on a site that waits for its update. It is asked for
 * after a refusal only, so that a site that has everything pays nothing.
 */
import type { Collection } from '@kantine/core';
import { isRefusal } from '../wire/index.ts';
import type { Environment, Talk } from '../wire/index.ts';
import type { Where } from '../schema/index.ts';

export interface Lacking {
  readonly list: boolean;
  readonly columns: ReadonlySet<string>;
}

export interface Shortfall {
  /** What is known to be lacking. */
  known(list: string): Lacking | undefined;
  /**
   * Whether a refusal comes of something that is lacking.
   * @returns undefined where it does not @throws NotFound where it was there, and was deleted
   */
  behind(error: unknown, collection: Collection, where: Where): Talk<Lacking | undefined>;
  /** An owner has updated the site. */
  forget(): void;
}

/** A list or a column that is not there; a query that names one may be refused as malformed. */
const mayLack = (error: unknown): boolean => [400, 404].some((status) => isRefusal(error, status));

/** For how long nobody asks again. In milliseconds. */
const remembered = 60_000;

export function openShortfall(
  environment: Environment,
  declared: () => Promise<readonly Collection[]>,
): Shortfall {
  const { now } = environment;
  const found = new Map<string, { readonly lacking: Lacking; readonly until: number }>();
  return {
    known(list) {
      const { lacking, until } = found.get(list) ?? {};
      return until !== undefined && until > now() ? lacking : undefined;
    },
    async *behind(error, collection, where) {
      if (!mayLack(error)) return undefined;
      const [{ askLacking }, collections] = await Promise.all([
        import(/* webpackChunkName: 'site-setup' */ './ask-lacking.ts'),
        declared(),
      ]);
      const lacking = yield* askLacking({ environment, collections, collection, where });
      if (!lacking || (!lacking.list && lacking.columns.size === 0)) return undefined;
      found.set(where.path, { lacking, until: now() + remembered });
      return lacking;
    },
    forget: () => found.clear(),
  };
}
