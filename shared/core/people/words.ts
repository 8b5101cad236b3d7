/** Whether a search finds a person: each of its words starts a word of their name, title or address. */
import type { DirectoryPerson } from '../kernel/ports.ts';

/** Letters that stand for others, and are not made of one and an accent. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);

/** Letters that keyboards without them write as two: «Mueller» for «Müller», «Soeren» for «Søren». */
const written: Readonly<Record<string, string>> = { å: 'aa', đ: 'dj' };

const writtenOut = (text: string): string =>
  plain(
    text
      .normalize('NFC')
      .toLocaleLowerCase('en')
      .replaceAll(/[äöüøåđ]/g, (letter) => written[letter] ?? `${plain(letter)}e`),
  );

/** What parts a name that somebody may know one half of: «Anne-Marie», «O’Brien», «Barnes, Olivia». */
const between = /[^\p{L}\p{N}]+/u;

const split = (text: string): string[] => text.split(between).filter(Boolean);

/** Every word of a text in every spelling, joined ones also as one: «anne», «marie», «annemarie». */
const spellings = (text: string): string[] =>
  [plain(text), writtenOut(text)].flatMap((each) => [
    ...split(each),
    ...each.split(/\s+/).map((word) => split(word).join('')),
  ]);

export function startsWords(
  text: string,
  { name, title = '', email = '' }: Pick<DirectoryPerson, 'name' | 'title' | 'email'>,
): boolean {
  const words = spellings(`${name} ${title} ${email}`);
  const isFound = (start: string): boolean => words.some((word) => word.startsWith(start));
  const asked = split(plain(text));
  // Signs alone find nobody.
  if (asked.length === 0) return text.trim() === '';
  return asked.every(isFound) || split(writtenOut(text)).every(isFound);
}
