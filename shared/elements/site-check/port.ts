/** What the page of a check needs of a host. The names of facts and answers are the host's. */

export interface CheckAnswer {
  readonly id: string;
  readonly answer: string;
  /** Codes for developers; no names. */
  readonly detail?: string;
}

type Tell = (answer: CheckAnswer) => void;

interface Listening {
  readonly signal?: AbortSignal;
  readonly tell: Tell;
}

export interface CheckInvitation {
  /** What the colleague's page is opened with. */
  readonly token: string;
  /** Until all answers are there, or the signal ends it. */
  listen(options: Listening): Promise<void>;
  /** Takes away what was made for the colleague. Safe to repeat. */
  end(): Promise<void>;
}

export interface SiteChecks {
  /** Facts that an owner tries alone. */
  readonly alone: readonly string[];
  /** Facts that need long lists, with how many rows each needs. */
  readonly long: Readonly<Record<string, number>>;
  /** Facts that a colleague tries. */
  readonly withColleague: readonly string[];
  /** Tries one fact after another. @throws KantineError, such as Forbidden to who does not own the site */
  run(
    options: Listening & {
      readonly rows?: number;
      readonly made?: (rows: number, of: number) => void;
    },
  ): Promise<void>;
  invite(): Promise<CheckInvitation>;
  /** The colleague's part. */
  help(token: string, tell?: Tell): Promise<'done' | 'owner' | 'gone'>;
}
