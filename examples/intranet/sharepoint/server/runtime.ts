/**
 * Microsoft's own SharePoint Framework runtime, as npm carries it: which components there are, and
 * their files. It is fetched from npm and served on loopback; its licence forbids copying it here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Manifest {
  readonly id: string;
  readonly alias: string;
  readonly version: string;
  isInternal?: boolean;
  readonly loaderConfig: LoaderConfig;
  readonly [more: string]: unknown;
}

interface LoaderConfig {
  internalModuleBaseUrls: readonly string[];
  readonly entryModuleId: string;
  readonly scriptResources: Record<string, ScriptResource>;
}

interface ScriptResource {
  readonly type: 'path' | 'localizedPath' | 'component';
  readonly id?: string;
  readonly version?: string;
  readonly path?: string | { readonly path: string };
  readonly paths?: Readonly<Record<string, string | { readonly path: string }>>;
  readonly defaultPath?: string;
}

export interface Runtime {
  readonly manifests: readonly Manifest[];
  /** The scripts that everything starts with, in their order. */
  readonly loaders: readonly string[];
  /** Reads a file by the path that the manifests name; undefined where there is none. */
  file(path: string): Buffer | undefined;
}

/** The page itself, which npm does not carry; ours takes its place. */
const application = { id: '4df9bb86-ab0a-4aab-ab5f-48bf167048fb', version: '1.23.2' };
/** What our page needs of the runtime. */
const needs = {
  '@microsoft/sp-webpart-base': 'SPWebPartBase',
  '@microsoft/sp-component-base': 'SPComponentBase',
  '@microsoft/sp-core-library': 'SPCoreLibrary',
  '@microsoft/sp-page-context': 'SPPageContext',
} as const;

const base = '/sharepoint/runtime/';
const requireScript = 'require.js';

/** Every `@microsoft/sp-*` package that the web part base needs, by its name. */
function packages(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    if (found.has(name)) return;
    const manifest = createRequire(from).resolve(`${name}/package.json`);
    found.set(name, dirname(manifest));
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const other of Object.keys(dependencies)) {
      if (other.startsWith('@microsoft/sp-')) visit(other, manifest);
    }
  };
  visit('@microsoft/sp-loader', import.meta.filename);
  visit('@microsoft/sp-webpart-base', import.meta.filename);
  return found;
}

const nameOf = (path: string | { readonly path: string } | undefined): string | undefined =>
  typeof path === 'object' ? path.path : path;

/** English, whatever the page's language: other languages of the runtime are not on npm. */
function pinned(resource: ScriptResource): ScriptResource {
  if (resource.type === 'component') return resource;
  const { path, paths, defaultPath } = resource;
  const chosen = path ?? paths?.['en-US'] ?? paths?.default ?? defaultPath;
  return { type: 'path', path: nameOf(chosen) ?? '' };
}

function manifestsIn(folder: string, name: string): Manifest[] {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist)
    .filter((file) => file.endsWith('.manifest.json'))
    .map((file) => JSON.parse(readFileSync(join(dist, file), 'utf8')) as Manifest)
    .filter(
      ({ alias, loaderConfig }) =>
        'scriptResources' in loaderConfig && !alias.endsWith('-assembly'),
    )
    .map((manifest) => {
      const { scriptResources } = manifest.loaderConfig;
      const resources = Object.entries(scriptResources).map(([key, one]) => [key, pinned(one)]);
      return {
        ...manifest,
        isInternal: true,
        loaderConfig: {
          ...manifest.loaderConfig,
          internalModuleBaseUrls: [`${base}${name.split('/')[1] ?? ''}/`],
          scriptResources: Object.fromEntries(resources) as LoaderConfig['scriptResources'],
        },
      };
    });
}

/** A component of one script, beside the runtime's own. */
const library = (
  { id, version }: { id: string; version: string },
  alias: string,
  path: string,
  more: LoaderConfig['scriptResources'] = {},
): Manifest => ({
  id,
  version,
  alias,
  componentType: 'Library',
  manifestVersion: 2,
  isInternal: true,
  loaderConfig: {
    internalModuleBaseUrls: [base],
    entryModuleId: 'entry',
    scriptResources: { entry: { type: 'path', path }, ...more },
  },
});

/**
 * Components that only Microsoft's own servers have: telemetry, panels of the workbench. Each member of
 * such a component is an object that can be called and read, and does nothing.
 */
const nothing = (id: string): string => `define(${JSON.stringify(id)}, [], function () {
  function make() {
    return new Proxy(function () {}, {
      get: function (target, key) {
        if (key === '__esModule') return true;
        if (key === Symbol.toPrimitive || key === 'toString') return function () { return ''; };
        if (key === 'then' || typeof key === 'symbol' || key === 'prototype') return target[key];
        if (!(key in target)) target[key] = make();
        return target[key];
      },
      apply: make,
      construct: make,
    });
  }
  return make();
});`;

/** Our page as the runtime's loader starts it; its parts are in the page's own script. */
const applicationScript = `define(${JSON.stringify(`${application.id}_${application.version}`)}, ${JSON.stringify(Object.keys(needs))}, function (webPartBase, componentBase, core, pageContext) {
  function Navigator(scope) { this.scope = scope; }
  Navigator.prototype.navigateToApplication = function (data) {
    return window.kantineSitePage(this.scope, data, { webPartBase: webPartBase, componentBase: componentBase, core: core, pageContext: pageContext });
  };
  return { _Navigator: Navigator };
});`;

export function openRuntime(own: readonly Manifest[]): Runtime {
  const folders = packages();
  const real = [...folders].flatMap(([name, folder]) => manifestsIn(folder, name));
  const known = new Set(real.map(({ id }) => id.toLowerCase()));
  const missing = new Map<string, Manifest>();
  for (const { loaderConfig } of [...real, ...own]) {
    for (const [name, { type, id, version }] of Object.entries(loaderConfig.scriptResources)) {
      if (type !== 'component' || id === undefined || version === undefined) continue;
      if (known.has(id.toLowerCase())) continue;
      missing.set(id, library({ id, version }, name, `nothing/${id}_${version}.js`));
    }
  }
  const idOf = (alias: string): ScriptResource => {
    const { id, version } = real.find((each) => each.alias === alias) as Manifest;
    return { type: 'component', id, version };
  };
  const needed = Object.entries(needs).map(([name, alias]) => [name, idOf(alias)] as const);
  missing.set(
    application.id,
    library(application, 'site-page', 'application.js', Object.fromEntries(needed)),
  );
  return {
    manifests: [...real, ...missing.values(), ...own],
    // The module loader first: without it, the runtime would evaluate a copy that it carries as text.
    loaders: [requireScript, 'sp-loader/sp-loader-assembly_en-us.js'].map((path) => base + path),
    file(path) {
      if (path === 'application.js') return Buffer.from(applicationScript);
      if (path === requireScript) {
        const loader = folders.get('@microsoft/sp-loader') as string;
        return readFileSync(join(loader, 'blobs/requirejs/2.3.7/require.min.js'));
      }
      const [folder = '', name = '', ...rest] = path.split('/');
      // A name has no separators, so nothing outside of the folders can be asked for.
      if (rest.length > 0 || /[\\%]/.test(name) || name.startsWith('.')) return undefined;
      if (folder === 'nothing') return Buffer.from(nothing(name.replace(/\.js$/, '')));
      const root = folders.get(`@microsoft/${folder}`);
      const file = root === undefined ? undefined : join(root, 'dist', name);
      return file !== undefined && existsSync(file) ? readFileSync(file) : undefined;
    },
  };
}
