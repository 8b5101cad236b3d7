/** Who joined an open group, page by page. Fetched when somebody asks. */
import { admitPage } from '../kernel/admit.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { memberships } from './collections.ts';
import { isMembership } from './memberships.ts';

export interface MemberPage {
  /** Those who joined last come first. */
  readonly people: readonly PersonSummary[];
  /** Where the next page begins. */
  readonly cursor?: string;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

const pageSize = 30;

/** @throws Forbidden of a closed group, whose members its stewards let in: `groups.members` tells them. */
export async function pageOfMembers(
  { store, directory }: Host,
  group: string,
  after: string | undefined,
): Promise<MemberPage> {
  if (isClosed(group)) throw new Forbidden(`who joined group ${group}`);
  const query = rows(memberships, {
    container: communityContainer,
    index: 'byGroup',
    eq: group,
    order: 'descending',
    limit: pageSize,
    ...(after === undefined ? {} : { cursor: after }),
  });
  const [first] = await store.read([query]);
  const { records, dropped, cursor } = await admitPage(store, query, first, isMembership);
  const joined = [...new Set(records.map(({ author }) => author))];
  const person = await peopleFinder(directory, joined);
  return { people: joined.map(person), dropped, ...(cursor === undefined ? {} : { cursor }) };
}
