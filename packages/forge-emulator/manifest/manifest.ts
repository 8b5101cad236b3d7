/** The part of an app's manifest.yml that runs something, shows something or limits something. */
export interface Manifest {
  readonly app: {
    readonly id: string;
    readonly runtime?: { readonly name?: string };
    readonly package?: { readonly bundler?: string; readonly path?: string };
    readonly storage?: { readonly entities?: readonly EntityDefinition[] };
  };
  readonly modules: Readonly<Record<string, readonly ModuleDefinition[] | undefined>>;
  readonly resources?: readonly ResourceDefinition[];
  readonly translations?: TranslationsDefinition;
  readonly permissions?: Permissions;
}

/** What people read: as it is, or the key of a translation. */
export type Text = string | { readonly i18n: string };

interface TranslationsDefinition {
  readonly resources: readonly { readonly key: string; readonly path: string }[];
  /** Locales to look in after the reader's own, by that; the `default` one, which is one only, comes last. */
  readonly fallback: Readonly<Record<string, string | readonly string[]>>;
}

export interface ModuleDefinition {
  readonly key: string;
  readonly title?: Text;
  readonly function?: string;
  readonly resolver?: { readonly function?: string; readonly endpoint?: string };
  readonly resource?: string;
  readonly render?: string;
  readonly config?: boolean | { readonly resource?: string; readonly viewportSize?: string };
  /** The size of its frame, which then follows no content. */
  readonly viewportSize?: string;
  readonly layout?: string;
  /** Who sees the module besides people with a licence; nobody, unless it is named. */
  readonly unlicensedAccess?: readonly ('unlicensed' | 'anonymous')[];
  /** What a macro is in an export of its page. */
  readonly adfExport?: { readonly function?: string };
  readonly route?: string;
  readonly queue?: string;
  readonly events?: readonly string[];
  readonly interval?: string;
  readonly handler?: string;
  /** Of a module `sql`. */
  readonly engine?: string;
  readonly timeoutSeconds?: number;
}

interface ResourceDefinition {
  readonly key: string;
  readonly path: string;
  readonly entry?: Readonly<Record<string, string>>;
}

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface EntityDefinition {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes?: readonly (string | IndexDefinition)[];
}

export interface IndexDefinition {
  readonly name: string;
  readonly range: readonly string[];
  readonly partition?: readonly string[];
}

export type Address = string | { readonly address: string };

export interface Permissions {
  readonly scopes?: readonly string[];
  readonly content?: { readonly styles?: readonly string[]; readonly scripts?: readonly string[] };
  readonly external?: {
    readonly fetch?: {
      readonly client?: readonly Address[];
      readonly backend?: readonly Address[];
    };
    readonly images?: readonly Address[];
    readonly fonts?: readonly Address[];
    readonly styles?: readonly Address[];
    readonly scripts?: readonly Address[];
    readonly frames?: readonly Address[];
    readonly media?: readonly Address[];
  };
}
