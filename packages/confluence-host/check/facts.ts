/**
 * What Kantine relies on and nobody promises for a site: each fact with the answers that it may have,
 * beside `failed`. The page of a check has words for all of them.
 */
export const checkFacts = {
  /** Whether the rights of a person in a space can be asked. */
  rights: ['works', 'refused'],
  /** Whether names of people can be asked. */
  people: ['works', 'refused'],
  /** Whether people can be found by name. */
  search: ['works', 'refused', 'serverError'],
  /** Whether answers say how many points of the hour are left. */
  points: ['told', 'missing'],
  /** What asking for the rights in one space costs. */
  cost: ['one', 'more', 'unknown'],
  /** Whether the database finds rows by an index. */
  plans: ['index', 'scan', 'unknown'],
  /** Whether the database says how full it is. */
  size: ['told', 'missing'],
  /** Whether a page hears what the resolver tells. */
  realtime: ['works', 'silent', 'refused'],
  /** Whether a page may tell others something by the token that it hears with. */
  tokens: ['refused', 'works'],
  /** Whether the frame of the app may load the pictures of people. */
  pictures: ['works', 'refused'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CheckFact = keyof typeof checkFacts;

export interface CheckAnswer {
  readonly id: CheckFact;
  readonly answer: string;
  /** Statuses and codes, for developers. No names of people, spaces or sites. */
  readonly detail?: string;
}
