/** The names that a group may take. */
import { readAdmitted } from '../kernel/admit.ts';
import { communityContainer } from '../kernel/container.ts';
import { Invalid } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import { groups } from './collections.ts';
import type { GroupRecord } from './group.ts';
import { isGroup } from './memberships.ts';

/** The groups of this title that are not secret, the oldest first. */
export function groupsCalled({ store }: Host, title: string): Promise<readonly GroupRecord[]> {
  const query = rows(groups, {
    container: communityContainer,
    index: 'byTitle',
    eq: title,
    order: 'ascending',
    limit: 20,
  });
  return readAdmitted(store, query, isGroup);
}

/** A colleague's group, or another one of one's own, is called so. */
export const nameTaken = (name: string): Invalid =>
  new Invalid(
    { field: 'name', reason: 'name-taken', actual: name },
    `There is already a group called «${name}». Join it, or choose another name.`,
  );
