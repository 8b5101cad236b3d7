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
  /** Deactivated people keep their name, with a suffix, and may do nothing. */
  readonly active?: boolean;
  /** Behind the name of somebody who is deactivated, in the site's language; `(Deactivated)` otherwise. */
  readonly suffix?: string;
  /** Whether Confluence tells `accountStatus`, which is not always there; it is unless told otherwise. */
  readonly hasStatus?: boolean;
  /** Removed from the site: Confluence knows nobody under this id, and the account lives on elsewhere. */
  readonly removed?: boolean;
  /** The account is gone for good; apps must forget who it was. */
  readonly closed?: boolean;
  /** The account of an app, which the search for people finds too. */
  readonly isApp?: boolean;
  /** Invited to some spaces, without a licence: sees a module where its `unlicensedAccess` says so. */
  readonly isGuest?: boolean;
  /** Has not allowed the app to act for them yet, so that `asUser()` needs their consent first. */
  readonly mustConsent?: boolean;
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

/**
 * Who: an account id, `group:` and a group's name, `everyone` who is signed in, or `anonymous`, which is
 * everybody, signed in or not. Guests are in nothing but what names them.
 */
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
  /** The same as a document of Atlassian's document format. */
  readonly adf?: object;
  readonly createdAt?: string;
  /** The app's macros on the page, from top to bottom. */
  readonly macros?: readonly Macro[];
  /** Other people may not, whatever the space allows. */
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
