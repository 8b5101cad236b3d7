/** The licence texts of everything that the bundles contain, which most licences ask to be passed on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface PackageFile {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Of its files with licences and notices, in their order. */
  readonly texts: readonly string[];
}

const isLicence = (file: string): boolean => /^(licen[cs]e|copying|notice)/i.test(file);

/** The folder of the package that a module belongs to; nothing for a module of ours. */
function packageOf(module: string): string | undefined {
  if (!module.includes('/node_modules/')) return undefined;
  for (let folder = dirname(module); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && nameIn(file) !== undefined) return folder;
  }
  return undefined;
}

const read = (file: string): PackageFile => JSON.parse(readFileSync(file, 'utf8')) as PackageFile;
/** Folders of a package may hold a package.json that says what kind of modules they are, and no more. */
const nameIn = (file: string): string | undefined => {
  const { name, version } = read(file);
  return version === undefined ? undefined : name;
};

function licensed(folder: string): Licensed {
  const { name = '', version = '', license = '' } = read(join(folder, 'package.json'));
  const files = readdirSync(folder).filter(isLicence).sort();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, license, texts };
}

/**
 * @param modules the files that were bundled.
 * @returns a text with the licence of each package among them.
 * @throws Error for a package that says nothing about its licence.
 */
export function licenceTexts(modules: Iterable<string>): string {
  const folders = new Set([...modules].flatMap((module) => packageOf(module) ?? []));
  const all = new Map(
    [...folders].map(licensed).map((each) => [`${each.name} ${each.version}`, each]),
  );
  const named = [...all].sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = named.map(([title, { license, texts }]) => {
    if (license === '' && texts.length === 0) throw new Error(`${title} says no licence.`);
    const body = texts.length > 0 ? texts : [`Licence: ${license}`];
    return [title, '='.repeat(title.length), '', body.join('\n\n')].join('\n');
  });
  return `${['Kantine contains the following packages.', ...parts].join('\n\n\n')}\n`;
}
