/** What Atlassian's checks let pass, and what Kantine promises: no data leaves the host. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { translationProblems } from './check-translations.ts';
import type { Translated } from './check-translations.ts';

interface Module {
  readonly key: string;
  readonly resource?: string;
  readonly icon?: string;
  readonly function?: string;
  readonly handler?: string;
  readonly resolver?: { readonly function?: string };
  readonly config?: boolean | { readonly resource?: string };
  readonly viewportSize?: string;
  readonly categories?: readonly string[];
  readonly events?: readonly string[];
}

export interface Manifest {
  readonly app: { readonly id: string; readonly package?: { readonly path?: string } };
  readonly modules: Readonly<Record<string, readonly Module[]>>;
  readonly resources?: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry?: Readonly<Record<string, string>>;
  }[];
  readonly permissions?: {
    readonly scopes?: readonly string[];
    readonly content?: unknown;
    readonly external?: unknown;
  };
  readonly remotes?: unknown;
  readonly translations?: Translated['translations'];
}

/** From the reference of Forge's events; others would never arrive, and nobody would say so. */
const knownEvents = [
  'avi:forge:installed:app',
  'avi:forge:upgraded:app',
  'avi:confluence:deleted:user',
];
/** Of the macro browser. */
const knownCategories = [
  'admin',
  'communication',
  'confluence-content',
  'development',
  'external-content',
  'formatting',
  'media',
  'navigation',
  'reporting',
  'visuals',
];
/** What each scope is for, as something in the functions or the pages. A scope without a use is too much. */
const uses: Readonly<Record<string, RegExp>> = {
  'storage:app': /forge-sql|__forge_fetch__/,
  'read:confluence-user': /\/wiki\/rest\/api\/user\/bulk/,
  'read:content-details:confluence': /\/wiki\/rest\/api\/search\/user/,
  'read:space:confluence': /\/wiki\/api\/v2\/spaces/,
  'write:space:confluence': /\/wiki\/api\/v2\/spaces\/.*properties/,
  'read:page:confluence': /\/wiki\/api\/v2\/\$\{/,
  'report:personal-data': /report-accounts/,
};

/** Asked for ahead of their use, since each scope that comes later needs consent on every site. */
const askedAhead = ['read:group:confluence'];

export function ownProblems(folder: string, manifest: Manifest): readonly string[] {
  return [
    ...referenceProblems(folder, manifest),
    ...eventProblems(manifest),
    ...heightProblems(manifest),
    ...egressProblems(manifest),
    ...scopeProblems(folder, manifest),
    ...pageProblems(folder),
    ...bridgeProblems(folder),
    ...translationProblems(folder, manifest),
  ];
}

const all = ({ modules }: Manifest): readonly Module[] => Object.values(modules).flat();

/** What opens in front of the page: it moves nothing there, and does not jump while somebody fills it in. */
const dialogs = ['confluence:contentBylineItem'];

/** A module with a `viewportSize` is a box of that height, whatever it shows. */
const heightProblems = ({ modules }: Manifest): readonly string[] =>
  Object.entries(modules).flatMap(([type, each]) =>
    each
      .filter(({ viewportSize }) => viewportSize !== undefined && !dialogs.includes(type))
      .map(({ key }) => `${key} has a viewportSize, so that it cannot follow its content.`),
  );

/** Functions, pages and pictures that the manifest names are there. */
function referenceProblems(folder: string, manifest: Manifest): readonly string[] {
  const problems: string[] = [];
  const need = (file: string, by: string): void => {
    if (!existsSync(join(folder, file))) problems.push(`${by} names ${file}, which is not there.`);
  };
  const resource = (reference: string, by: string): void => {
    const [key, entry] = reference.split('/');
    const found = manifest.resources?.find((each) => each.key === key);
    const page = entry === undefined ? 'index.html' : found?.entry?.[entry];
    if (!found || page === undefined) problems.push(`${by} names no resource: ${reference}.`);
    else need(join(found.path, page), by);
  };
  for (const { key, resource: shown, icon, config, handler } of all(manifest)) {
    if (shown !== undefined) resource(shown, key);
    if (typeof config === 'object' && config.resource !== undefined) resource(config.resource, key);
    const [, picture, name] = /^resource:([^;]+);(.+)$/.exec(icon ?? '') ?? [];
    if (picture !== undefined && name !== undefined) {
      const path = manifest.resources?.find((each) => each.key === picture)?.path;
      need(join(path ?? picture, name), key);
    }
    if (handler !== undefined) problems.push(...handlerProblems(folder, manifest, handler));
  }
  return problems;
}

/** A handler is an export of a file that Node can load. */
function handlerProblems(folder: string, { app }: Manifest, handler: string): readonly string[] {
  const [file = '', name = ''] = handler.split('.');
  const path = join(folder, app.package?.path ?? 'src', `${file}.js`);
  if (!existsSync(path)) return [`The handler ${handler} has no file ${path}.`];
  const loaded = createRequire(path)(path) as Readonly<Record<string, unknown>>;
  return typeof loaded[name] === 'function' ? [] : [`${path} exports no function ${name}.`];
}

function eventProblems({ modules }: Manifest): readonly string[] {
  const events = (modules.trigger ?? []).flatMap(({ events = [] }) => events);
  const categories = (modules.macro ?? []).flatMap(({ categories = [] }) => categories);
  return [
    ...events
      .filter((event) => !knownEvents.includes(event))
      .map((event) => `There is no event ${event}.`),
    ...categories
      .filter((category) => !knownCategories.includes(category))
      .map((category) => `There is no category ${category} of macros.`),
  ];
}

/** Without any of these an app is eligible for «Runs on Atlassian». */
function egressProblems({ permissions, remotes }: Manifest): readonly string[] {
  return [
    ...(permissions?.external === undefined ? [] : ['permissions.external lets data leave.']),
    ...(permissions?.content === undefined ? [] : ['permissions.content weakens the policy.']),
    ...(remotes === undefined ? [] : ['remotes let data leave.']),
  ];
}

function* textsBelow(folder: string): Generator<[name: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !['.js', '.html'].includes(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    yield [path, readFileSync(path, 'utf8')];
  }
}

function scopeProblems(folder: string, { permissions, modules }: Manifest): readonly string[] {
  const scopes = permissions?.scopes ?? [];
  const texts = [...textsBelow(folder)].map(([, text]) => text);
  const used = scopes.filter((scope) => !askedAhead.includes(scope));
  const unused = used.filter((scope) => {
    const use = uses[scope];
    return use === undefined || !texts.some((text) => use.test(text));
  });
  const needsStorage = 'sql' in modules && !scopes.includes('storage:app');
  return [
    ...unused.map((scope) => `Nothing uses the scope ${scope}.`),
    ...(needsStorage ? ['Forge SQL needs the scope storage:app.'] : []),
  ];
}

/** A violation of the policy of Custom UI would show on readers' pages, not in a build. */
function pageProblems(folder: string): readonly string[] {
  const pages = [...textsBelow(join(folder, 'static'))].filter(([name]) => name.endsWith('.html'));
  return pages.flatMap(([name, html]) => [
    ...(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i.test(html)
      ? [`${name} has something inline, which Forge's policy refuses.`]
      : []),
    ...(/(?:src|href)="(?!\.\/)/i.test(html)
      ? [`${name} refers to something outside of its folder.`]
      : []),
  ]);
}

/** A sentence of @forge/bridge, by which a bundle that holds it is known. */
const sentenceOfBridge = 'Unable to establish a connection with the Custom UI bridge';

/** Two installations of the bridge would be loaded one after the other. */
function bridgeProblems(folder: string): readonly string[] {
  const scripts = [...textsBelow(join(folder, 'static'))].filter(([name]) => name.endsWith('.js'));
  const holding = scripts.filter(([, text]) => text.includes(sentenceOfBridge));
  return holding.length === 1
    ? []
    : [`The pages load @forge/bridge from ${holding.length} files, and not from one.`];
}
