/**
 * What is asked about those who read a site, with the first questions of a page. What the answers mean is
 * fetched meanwhile, and remembered by what is fetched.
 */
import type { Audience, ContainerId, Right } from '@kantine/core';
import { columns } from '../schema/index.ts';
import { readersKey, rowBy } from '../setup/index.ts';
import type { Page } from '../setup/index.ts';
import { get, getBare } from '../wire/index.ts';
import type { Outcome } from '../wire/index.ts';

/** More people than this are told by the name of their group. */
export const mostUsers = 200;

/** The answers, until when they are good, and what they meant. */
export interface Asked {
  until: number;
  outcomes?: Promise<readonly Outcome[]>;
  last?: { readonly audience: Audience; readonly at: number };
}

/** The audience of an open container, and of what is one person's own. */
export type AudienceFor = (container: ContainerId, right: Right | undefined) => Promise<Audience>;

/** @returns asks, unless it did some minutes ago. */
export function siteReaders(page: Page): () => Promise<AudienceFor> {
  const asked: Asked = { until: 0 };
  return async () => {
    if (page.environment.now() > asked.until) {
      asked.until = Infinity;
      asked.outcomes = page.wire.batch([
        getBare(rowBy(page, readersKey, columns.fields)),
        getBare('web?$select=Title'),
        ...['Owner', 'Member', 'Visitor'].map((group) =>
          get(
            `web/associated${group}Group/users?$select=Id,Title,LoginName,PrincipalType&$top=${mostUsers + 1}`,
          ),
        ),
      ]);
      asked.outcomes.catch(() => undefined);
    }
    const { audienceFor } = await import(/* webpackChunkName: 'audience' */ './audience.ts');
    return audienceFor(page, asked);
  };
}
