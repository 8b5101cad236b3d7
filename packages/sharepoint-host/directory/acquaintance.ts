/** What the parts of the directory that are fetched later take of it. */
import type { DirectoryPerson, PersonId } from '@kantine/core';
import type { Wire } from '../wire/index.ts';
import type { Known, SiteUser } from './person.ts';

export interface Acquaintance {
  readonly wire: Wire;
  readonly known: Map<PersonId, Known>;
  /** Numbers that the site no longer knows. */
  readonly gone: ReadonlySet<PersonId>;
  /** Takes note of a user of the site. */
  readonly meet: (user: SiteUser) => Known;
  /** Asks for people by their numbers, with whatever is asked next. */
  readonly meetAll: (ids: readonly PersonId[], within: number) => Promise<void>;
  /** Everybody whom the site has met, as long as they are few. */
  readonly usersMet: () => Promise<readonly SiteUser[]>;
  readonly show: (known: Known) => DirectoryPerson;
}
