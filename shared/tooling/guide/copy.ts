/** Copies of this checkout, to change something in and to build it. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/** Where pnpm keeps what every package of the workspace has links to. */
const store = 'node_modules/.pnpm';

/** Whether git is told to ignore a path. Knows the patterns that our .gitignore has. */
function ignoring(patterns: readonly string[]): (path: string) => boolean {
  return (path) =>
    patterns.some((pattern) =>
      pattern.startsWith('*')
        ? path.endsWith(pattern.slice(1))
        : `/${path}/`.endsWith(`/${pattern.replace(/\/?$/, '/')}`),
    );
}

/**
 * Copies the sources as they are now, with what is not committed. Installed packages are shared; the
 * packages of the workspace are those of the copy.
 * @returns the folder of the copy; its caller removes it.
 */
export function copyCheckout(): string {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'kantine-copy-'));
  const ignore = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const isIgnored = ignoring([...ignore, '.git']);
  cpSync(root, copy, { recursive: true, filter: (path) => !isIgnored(relative(root, path)) });
  const workspace = ['packages', 'shared', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  for (const folder of ['.', ...workspace]) linkModules(join(root, folder), join(copy, folder));
  symlinkSync(join(root, store), join(copy, store));
  return copy;
}

/** Links of pnpm are relative: from the copy they lead to the packages of the copy, and to the one store. */
function linkModules(from: string, to: string): void {
  const modules = join(from, 'node_modules');
  if (!existsSync(modules)) return;
  mkdirSync(join(to, 'node_modules'));
  for (const name of readdirSync(modules)) {
    // Caches of tools are no part of what is installed.
    if (name.startsWith('.') && name !== '.bin') continue;
    const options = { recursive: true, verbatimSymlinks: true } as const;
    cpSync(join(modules, name), join(to, 'node_modules', name), options);
  }
}
