/**
 * What a check of a site tells. Its form is no host's own: a fact and one of its answers, both by
 * names that the page has words for.
 */

export interface Answer {
  readonly id: string;
  /** One of the fact's answers; or `failed`: it could not be tried. */
  readonly answer: string;
  /** Statuses and codes, for developers. No names of people, lists or sites. */
  readonly detail?: string;
}

export type Tell = (answer: Answer) => void;

export interface CheckOptions {
  /** How many rows a long list may be given; 0 leaves long lists out. */
  readonly rows?: number;
  /** Ends it after the fact that is being tried. */
  readonly signal?: AbortSignal;
  readonly tell: Tell;
  /** Called while a long list is filled. */
  readonly made?: (rows: number, of: number) => void;
}

/** What a colleague is asked for. */
export interface Invitation {
  /** What their page is opened with. */
  readonly token: string;
  /** Hears their answers until all are there or the signal ends it. Safe to call again. */
  listen(options: Pick<CheckOptions, 'signal' | 'tell'>): Promise<void>;
  /** Takes away whatever was made for them. */
  end(): Promise<void>;
}

/** `owner`: this part is for somebody who does not own the site. `gone`: the check is over. */
export type Helped = 'done' | 'owner' | 'gone';

/** How a site is checked. */
export interface SiteChecks {
  /** Facts that an owner tries alone. */
  readonly alone: readonly string[];
  /** Facts that need long lists, with how many rows each needs. */
  readonly long: Readonly<Record<string, number>>;
  /** Facts that a colleague tries. */
  readonly withColleague: readonly string[];
  /** Tries one fact after another. @throws Forbidden to anybody but an owner */
  run(options: CheckOptions): Promise<void>;
  /** @throws Forbidden to anybody but an owner */
  invite(): Promise<Invitation>;
  /** The colleague's part. */
  help(token: string, tell?: Tell): Promise<Helped>;
}
