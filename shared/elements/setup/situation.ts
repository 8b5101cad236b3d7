/** What a host tells of its set-up, in the shape that the elements show. */

/** Somebody, or some group, that may read the site. */
export interface SetupReader {
  readonly id: number;
  readonly name: string;
  readonly kind: 'person' | 'guest' | 'site-group' | 'directory-group' | 'everyone';
  /** How many people are in it, where the host tells. */
  readonly people?: number;
  /** How many of them are guests. */
  readonly guests?: number;
  /** Names of groups in it. */
  readonly holds?: readonly string[];
  /** Whether it takes part, or would by what is suggested. */
  readonly isIn: boolean;
  /** Whether it came since an owner chose. */
  readonly isNew: boolean;
}

/** Whom an owner lets in and whom they leave out, by their ids. */
export interface SetupChoice {
  readonly in: readonly number[];
  readonly out: readonly number[];
}

/** Closed groups of an earlier version that an update cannot take over, and why. */
interface UnfitGroup {
  readonly why: 'members' | 'stewards';
}

/** The reader reads the site, and its owner did not let them in. */
interface LeftOut {
  readonly kind: 'left-out';
  /** Names of those who can; empty where the host does not say. */
  readonly owners: readonly string[];
}

/** What a host still needs before its widgets can work. */
export interface SetupNeed {
  /** Nothing is there yet; what is there belongs to an earlier version; or somebody reads the site about whom no owner chose. */
  readonly kind: 'missing' | 'outdated' | 'newcomers';
  /** Whether the reader may do it. */
  readonly canSetUp: boolean;
  /** Names of those who may; empty where the host does not say. */
  readonly owners: readonly string[];
  /** How many places are too full already for what an update would add to find things faster. */
  readonly tooLong?: number;
  /** Who may read the site; absent where the host lets nobody choose among them. */
  readonly readers?: readonly SetupReader[];
  /** Names of lists that no owner made, for which the set-up waits. */
  readonly refused?: readonly string[];
  /** Names of lists that were deleted, for which the set-up waits, too. */
  readonly gone?: readonly string[];
  readonly unfit?: readonly UnfitGroup[];
}

/** All is there; only closed groups of an earlier version stay behind. */
interface Ready {
  readonly kind: 'ready';
  readonly unfit?: readonly UnfitGroup[];
}

export type SetupSituation = LeftOut | SetupNeed | Ready;

/** How much of a set-up is done. */
export type TellProgress = (done: number, all: number) => void;
