/** The scripts that a page loads first, as the size check counts them: `.size-limit.json` is the one list of them. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The names of their entries. */
export type FirstLoad = 'SharePoint page, first load' | 'Confluence page, first load';

export interface Script {
  /** What it is, without the digest in its file's name. */
  readonly part: string;
  /** The whole path. */
  readonly file: string;
}

interface Entry {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly limit: string;
}

const root = join(import.meta.dirname, '../..');

function entryOf(name: FirstLoad): Entry {
  const entries = JSON.parse(readFileSync(join(root, '.size-limit.json'), 'utf8')) as Entry[];
  const found = entries.find((entry) => entry.name === name);
  if (!found) throw new Error(`.size-limit.json has no entry «${name}».`);
  return found;
}

/** @returns in kilobytes of 1,000 bytes, gzip. */
export const limitOf = (name: FirstLoad): number => Number.parseFloat(entryOf(name).limit);

/** @returns those that are there, after the package was built. */
export const scriptsOf = (name: FirstLoad): readonly Script[] =>
  [entryOf(name).path].flat().flatMap((pattern) =>
    globSync(pattern, { cwd: root }).map((file) => ({
      part: basename(pattern).replace(/[-_]\*\.js$/, ''),
      file: join(root, file),
    })),
  );
