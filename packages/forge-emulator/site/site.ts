/** A Confluence site as its owner describes it to the emulator. */
export interface Site {
  readonly cloudId?: string;
  /** What apps see as `context.siteUrl`; the page itself is served from loopback. */
  readonly url?: string;
  readonly users: readonly User[];
  readonly groups?: readonly Group[];
  readonly spaces?: readonly Space[];
  readonly content?: readonly Content[];
}

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly email?: string;
  /** Deactivated people keep their name and may do nothing. */
  readonly active?: boolean;
  /** The account is gone for good; apps must forget who it was. */
  readonly closed?: boolean;
  /** When name or picture last changed. */
  readonly updatedAt?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Site and Confluence administrators may do everything but read restricted content. */
  readonly admin?: boolean;
}

export interface Group {
  readonly id?: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** Who: an account id, `group:` and a group's name, or `everyone` who is signed in. */
export type Subject = string;

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type?: 'global' | 'personal';
  readonly homepageId?: string;
  readonly permissions: {
    readonly read: readonly Subject[];
    readonly create?: readonly Subject[];
    readonly delete?: readonly Subject[];
    readonly administer?: readonly Subject[];
  };
}

export interface Content {
  readonly id: string;
  readonly type?: 'page' | 'blogpost';
  readonly title: string;
  /** The key of its space. */
  readonly space: string;
  readonly parentId?: string;
  readonly authorId?: string;
  /** Confluence's storage format. */
  readonly body?: string;
  readonly createdAt?: string;
  /** The app's macros on the page, from top to bottom. */
  readonly macros?: readonly Macro[];
  /** Whoever is not named may not, whatever the space allows. */
  readonly restrictions?: {
    readonly read?: readonly Subject[];
    readonly update?: readonly Subject[];
  };
}

interface Macro {
  /** The key of the macro in the manifest. */
  readonly module: string;
  readonly localId: string;
  readonly config?: Readonly<Record<string, unknown>>;
}
