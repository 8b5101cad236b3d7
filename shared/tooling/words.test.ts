/** The words that people read, wherever they stand: in elements, declarations, packages and pages of the hosts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRegistry } from './generate/index.ts';

const root = join(import.meta.dirname, '../..');
const translations = ['nl', 'de', 'fr'] as const;
type Language = 'en' | (typeof translations)[number];
type Said = Readonly<Partial<Record<Language, string>>>;

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What the elements say, without the places of what is filled in. */
function inElements(language: Language): readonly Said[] {
  const units = read(`shared/elements/locale/xliff/${language}.xlf`).matchAll(
    /<source>([^]*?)<\/source>\s*<target>([^]*?)<\/target>/g,
  );
  const bare = (text = ''): string => text.replace(/<x [^>]*>/g, '…');
  return [...units].map(([, source, target]) => ({ en: bare(source), [language]: bare(target) }));
}

/** Objects with a text in every language, however deep: `{ en, nl, … }`, or as SharePoint writes them. */
function* inData(value: unknown): Generator<Said> {
  if (typeof value !== 'object' || value === null) return;
  const { en, nl, de, fr, ...others } = value as Record<string, unknown>;
  if (typeof en === 'string') yield { en, nl, de, fr } as Said;
  if (typeof others.default === 'string') {
    yield {
      en: others.default,
      nl: others['nl-nl'],
      de: others['de-de'],
      fr: others['fr-fr'],
    } as Said;
  }
  for (const part of Object.values(value)) yield* inData(part);
}

/** What the pages of the Confluence app say, by the names of the sentences. */
async function inPages(): Promise<readonly Said[]> {
  const folder = join(root, 'packages/confluence-app/ui/words');
  const load = async (language: Language) => {
    const { href } = pathToFileURL(join(folder, `${language}.ts`));
    return ((await import(href)) as { readonly words: Readonly<Record<string, string>> }).words;
  };
  const [en, nl, de, fr] = [await load('en'), await load('nl'), await load('de'), await load('fr')];
  return Object.keys(en).map((name) => ({
    en: en[name],
    nl: nl[name],
    de: de[name],
    fr: fr[name],
  })) as Said[];
}

/** What the check of a site and the page about oneself say, which stands in every language at once. */
async function inTables(): Promise<readonly Said[]> {
  const check = ['answer-words', 'fact-words', 'page-words', 'table-words'];
  const files = [
    ...check.map((name) => `site-check/${name}`),
    ...['page-words', 'field-words', 'stored-words'].map((name) => `me/${name}`),
  ].map((name) => pathToFileURL(join(root, `shared/elements/${name}.ts`)));
  const modules = await Promise.all(files.map(({ href }) => import(href) as Promise<object>));
  return modules.flatMap((module) => [...inData({ ...module })]);
}

const solution: unknown = JSON.parse(
  read('packages/sharepoint-webparts/config/package-solution.json'),
);
const pages = await inPages();
const said: readonly Said[] = [
  ...translations.flatMap(inElements),
  ...inData(await readRegistry(root)),
  ...inData(solution),
  ...(await inTables()),
  ...pages,
];

/** Three people with different tasks: one word each, and never the word of another. */
const terms: Readonly<Record<string, Readonly<Record<Language, RegExp>>>> = {
  'who looks after a group': {
    en: /\bstewards?\b/i,
    nl: /\bbegeleiders?\b/i,
    de: /\bGruppenleitung(en)?\b/,
    fr: /\bresponsables?\b/i,
  },
  'who runs the place': {
    en: /\badministrators?\b/i,
    nl: /\w*beheerders?\b/i,
    de: /\bAdministration\b/,
    fr: /\badministrateurs?\b/i,
  },
  'who leads an employee': {
    en: /\bmanagers?\b/i,
    nl: /\bleidinggevenden?\b/i,
    de: /\bFührungskr[aä]fte?\b/,
    fr: /\bmanagers?\b/i,
  },
};

describe.each(translations)('in %s', (language) => {
  const pairs = said.flatMap(({ en, [language]: text }) =>
    en === undefined || text === undefined ? [] : [{ en, text }],
  );

  it('there is a text for each English one', () => {
    expect(pairs.length).toBeGreaterThan(250);
    expect(pairs.filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it.each(Object.entries(terms))('%s has one word, and nobody else has it', (_, words) => {
    const differing = pairs.filter(
      ({ en, text }) => words.en.test(en) !== words[language].test(text),
    );
    expect(differing).toEqual([]);
    expect(pairs.filter(({ text }) => words[language].test(text))).not.toEqual([]);
  });
});

it('German says du: no sentence has the polite words, or begins as if it had', () => {
  const polite = said.filter(({ de = '' }) => /\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/.test(de));
  expect(polite).toEqual([]);
});

it('Dutch says je', () => {
  expect(said.filter(({ nl = '' }) => /\b(u|uw)\b/i.test(nl))).toEqual([]);
});

it('what the elements say, the pages of a host take from them', () => {
  const elements = new Set(inElements('nl').map(({ en }) => en));
  expect(pages.filter(({ en }) => elements.has(en))).toEqual([]);
});
