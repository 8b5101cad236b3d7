/**
 * Lays out the app in one folder, and checks it as far as that can be done without Atlassian. With
 * `--unchecked`, for a page to try it on, without Atlassian's checks, which take half a minute to load.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { chunkGroups } from '@kantine/tooling/chunks';
import { compactPlugin } from '@kantine/tooling/compact';
import { readRegistry } from '@kantine/tooling/generate';
import { build as bundle } from 'esbuild';
import { build as buildPages, defaultClientConditions } from 'vite';
import { parse } from 'yaml';
import { fingerprint, fingerprintFile } from './ensure.ts';
import { iconOf } from './icons.ts';
import { licenceTexts } from './licences.ts';
import { localesOf } from './locales.ts';
import { modulesOf } from './modules.ts';
import { appFolder, manifestFile, packageRoot } from './paths.ts';

const conditions = ['@kantine/source'];
const pages = ['widget', 'config', 'space-settings', 'site-settings'];

/** The id that `forge register` wrote into an earlier layout outlives the next one. */
function registeredId(): string | undefined {
  const given = process.env.KANTINE_FORGE_APP_ID;
  if (given !== undefined && given !== '') return given;
  if (!existsSync(manifestFile)) return undefined;
  const { app } = parse(readFileSync(manifestFile, 'utf8')) as { app?: { id?: string } };
  return app?.id;
}

function writeManifest(id: string | undefined): void {
  const manifest = readFileSync(join(packageRoot, 'manifest.yml'), 'utf8');
  const complete = id === undefined ? manifest : manifest.replace(/^( {2}id: ).*$/m, `$1${id}`);
  writeFileSync(manifestFile, complete);
}

/** Icons and translations, which the modules of the widgets name. */
async function writeWidgetFiles(): Promise<void> {
  const registry = await readRegistry(join(packageRoot, '../..'));
  for (const folder of ['static/icons', 'locales']) {
    mkdirSync(join(appFolder, folder), { recursive: true });
  }
  for (const { folder, widget } of registry) {
    writeFileSync(join(appFolder, `static/icons/${folder}.svg`), iconOf(widget));
  }
  for (const [name, texts] of localesOf(modulesOf(registry))) {
    const file = join(appFolder, 'locales', name);
    writeFileSync(file, `${JSON.stringify(texts, undefined, 2)}\n`);
  }
}

/**
 * One file that needs nothing installed, where Forge looks by itself: `forge deploy` bundles it once more.
 * Its manual packaging would take it as it is, but is an early-access feature.
 */
async function bundleFunctions(): Promise<readonly string[]> {
  const { metafile } = await bundle({
    metafile: true,
    entryPoints: { index: join(packageRoot, 'functions/index.ts') },
    outdir: join(appFolder, 'src'),
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    conditions,
    // All of them are in a file of their own.
    legalComments: 'none',
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs).map((input) => resolve(input));
}

/** A chunk of elements has the name of the last one's folder, so that the size check can tell them apart. */
function nameOf({ name, moduleIds }: { name: string; moduleIds: readonly string[] }): string {
  const folderOf = (file: string): string | undefined => {
    const module = moduleIds.findLast((id) => id.endsWith(`/${file}.ts`));
    return module && basename(dirname(module));
  };
  if (name === 'define') return folderOf('define') ?? name;
  return name === 'widget' ? `${folderOf('widget') ?? 'some'}-widget` : name;
}

async function bundlePages(): Promise<readonly string[]> {
  const modules = new Set<string>();
  await buildPages({
    configFile: false,
    root: join(packageRoot, 'ui'),
    // Forge serves the folder under a path that changes with every version.
    base: './',
    logLevel: 'warn',
    resolve: {
      conditions: [...conditions, ...defaultClientConditions],
      // The host and the app may each have their own installation of it.
      dedupe: ['@forge/bridge'],
    },
    oxc: { decorator: { legacy: true } },
    plugins: [
      compactPlugin,
      {
        name: 'modules of the pages',
        generateBundle: (_options, files) => {
          for (const file of Object.values(files)) {
            if (file.type === 'chunk') for (const id of file.moduleIds) modules.add(id);
          }
        },
      },
    ],
    build: {
      outDir: join(appFolder, 'static/social'),
      emptyOutDir: true,
      target: 'es2022',
      // Forge's policy refuses what is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: pages.map((page) => join(packageRoot, `ui/${page}.html`)),
        output: {
          chunkFileNames: (chunk) => `assets/${nameOf(chunk)}-[hash].js`,
          codeSplitting: { groups: chunkGroups },
        },
      },
    },
  });
  return [...modules];
}

const id = registeredId();
const sources = fingerprint();
rmSync(appFolder, { recursive: true, force: true });
const modules = await Promise.all([bundleFunctions(), bundlePages()]);
writeFileSync(join(appFolder, 'static/social/licences.txt'), licenceTexts(modules.flat()));
await writeWidgetFiles();
writeManifest(id);
writeFileSync(
  join(appFolder, 'package.json'),
  `${JSON.stringify({ name: 'kantine', version: '0.1.0', private: true }, undefined, 2)}\n`,
);

if (!process.argv.includes('--unchecked')) {
  const { problemsOf } = await import('./check.ts');
  const problems = await problemsOf(appFolder);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) throw new Error('The app is not fit for forge deploy.');
}
writeFileSync(fingerprintFile, sources);
console.log(appFolder);
