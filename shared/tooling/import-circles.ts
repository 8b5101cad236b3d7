/** Finds circles among the relative imports of a folder: files that import each other, one after another. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Built files are no source. */
const outside = /(^|\/)(node_modules|dist|lib|temp|app)\//;

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * The files that a file imports, for their types too: they can only be understood together. A dynamic
 * import does not count, as it runs when both files are loaded.
 */
function importsOf(file: string): string[] {
  const statement = /^(?:import|export)\s(?:[^'"()=;]*\sfrom\s)?\s*['"](\.[^'"]+)['"]/gm;
  return [...readFileSync(file, 'utf8').matchAll(statement)].flatMap(([, specifier = '']) => {
    const path = join(dirname(file), specifier);
    const candidates = [path, path.replace(/\.js$/, '.ts'), `${path}.ts`, join(path, 'index.ts')];
    return candidates.find(isFile) ?? [];
  });
}

/** @returns each circle as its files in order, relative to the folder. */
export function importCircles(folder: string): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();

  function visit(file: string, path: readonly string[]): void {
    if (path.includes(file)) {
      circles.push(path.slice(path.indexOf(file)).map((each) => relative(folder, each)));
    } else if (!done.has(file)) {
      for (const imported of importsOf(file)) visit(imported, [...path, file]);
      done.add(file);
    }
  }

  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.tsx?$/.test(file) && !outside.test(file)) visit(join(folder, file), []);
  }
  return circles;
}
