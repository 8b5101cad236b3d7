import { randomUUID } from 'node:crypto';
import type { ModuleDefinition, ViewModule } from '../manifest/index.ts';
import type { Installation } from '../runtime/index.ts';
import { ANONYMOUS, APP_ACCOUNT, type Directory, type User } from '../site/index.ts';
import { SetupError } from '../errors.ts';

/** Where somebody looks at a module of the app. */
export interface ViewOptions {
  /** The account id of the person; `unidentified` where nobody is signed in. */
  readonly as: string;
  /** The key of the macro, page or other module. */
  readonly module: string;
  /** The page that a macro is on. */
  readonly content?: string;
  /** The space of a space page; with `content` it is that page's. */
  readonly space?: string;
  /** What a macro's configuration was saved as. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What the app passed to a modal that it opened. */
  readonly modal?: unknown;
  /** Tells two macros of one kind on one page apart. */
  readonly localId?: string;
}

export type ViewContext = Readonly<Record<string, unknown>> & {
  readonly accountId: string;
  readonly localId: string;
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

/** Guests and people who are not signed in see no module, unless the manifest says so. */
export function isShownTo({ unlicensedAccess = [] }: ModuleDefinition, user: User): boolean {
  if (user.accountId === ANONYMOUS) return unlicensedAccess.includes('anonymous');
  return !user.isGuest || unlicensedAccess.includes('unlicensed');
}

/** What the product tells an app about where it is; `view.getContext()` and resolvers see it. */
export function createContext(
  { type, module }: ViewModule,
  options: ViewOptions,
  site: Directory,
  installation: Installation,
): ViewContext {
  const user = site.user(options.as);
  if (!isShownTo(module, user)) {
    throw new SetupError(
      `Confluence shows '${module.key}' to nobody without a licence: it has no unlicensedAccess for '${user.accountId}'.`,
    );
  }
  return {
    accountId: user.accountId,
    cloudId: site.cloudId,
    workspaceId: installation.contextAri,
    siteUrl: site.url,
    localId: options.localId ?? randomUUID(),
    moduleKey: module.key,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    locale: user.locale ?? 'en-US',
    timezone: user.timeZone ?? 'UTC',
    permissions: installation.permissions,
    extension: extensionOf(type, options, site),
  };
}

function extensionOf(type: string, options: ViewOptions, site: Directory) {
  if (options.as === APP_ACCOUNT) throw new SetupError('The app itself looks at no page.');
  const content = options.content === undefined ? undefined : site.content.get(options.content);
  if (options.content !== undefined && !content) {
    throw new SetupError(`The site has no content '${options.content}'.`);
  }
  const key = content?.space ?? options.space;
  const space = key === undefined ? undefined : site.spaceByKey(key);
  return {
    type,
    ...(content ? { content: { id: content.id, type: content.type ?? 'page' } } : {}),
    ...(space ? { space: { id: space.id, key: space.key } } : {}),
    ...(options.modal === undefined ? {} : { modal: options.modal }),
    ...(type === 'macro' ? { config: options.config ?? {}, isEditing: false } : {}),
  };
}
