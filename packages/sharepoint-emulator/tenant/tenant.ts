/** The company that the emulator plays. */
export interface Tenant {
  /**
   * `contoso.sharepoint.test`: what a browser may call this server, when it maps the name to
   * 127.0.0.1. Addresses in answers follow the Host header of each request.
   */
  readonly host?: string;
  readonly users: readonly TenantUser[];
  /** Groups of the directory, which sites may let in like people. */
  readonly groups?: readonly TenantGroup[];
  readonly sites: readonly TenantSite[];
}

export interface TenantUser {
  /**
   * A user principal name, or the claims login that contains it. One with `#ext#` is a guest's:
   * `eve_elsewhere.test#ext#@contoso.test`.
   */
  readonly loginName: string;
  readonly title: string;
  readonly email?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly office?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly aboutMe?: string;
  /** The login name of another user. */
  readonly manager?: string;
  readonly photo?: Uint8Array;
  readonly photoType?: string;
  /** Other user profile properties, by their SharePoint names. */
  readonly properties?: Readonly<Record<string, string>>;
}

export interface TenantGroup {
  readonly title: string;
  /** Login names of people. */
  readonly members: readonly string[];
  readonly email?: string;
}

export interface TenantSite {
  /** Server-relative: `/sites/intranet`, or `/` for the root site. */
  readonly url: string;
  readonly title: string;
  /** Login names of people or titles of groups. `everyone` is everyone except external users. */
  readonly admins?: readonly string[];
  readonly owners?: readonly string[];
  readonly members?: readonly string[];
  readonly visitors?: readonly string[];
}
