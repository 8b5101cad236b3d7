/** What is stored of people, as docs/privacy.md shows it: the collections' own declarations, in words. */
import type { Collection } from '@kantine/core';
import { row } from './markdown.ts';

const readers: Readonly<Record<Collection['privacy']['readers'], string>> = {
  everybody: 'everybody who takes part',
  'readers of its container': 'who reads the place where it is',
  'its author': 'who wrote it',
};

const until: Readonly<Record<Collection['privacy']['keep'], string>> = {
  author: 'who wrote it removes it',
  retention: 'the time is over that an administrator set',
  with: 'what it is about goes',
};

const leaving: Readonly<Record<Collection['privacy']['leaving'], string>> = {
  erase: 'goes',
  unname: 'stays, without the name',
};

/** Where a person is named in what others wrote, and what becomes of that. */
function named({ subject, privacy }: Collection): string {
  if (subject.length === 0) return '–';
  const fate = privacy.named === 'stays' ? 'stays, and names nobody' : 'goes';
  return `${subject.map((field) => `\`${field}\``).join(', ')}: ${fate}`;
}

/** @returns the lines of a table in Markdown, one row a collection. */
export const storedTable = (collections: readonly Collection[]): readonly string[] => [
  row(
    'Name',
    'What for',
    'Who reads it',
    'Until',
    'Of a person who is erased',
    'Where others name a person',
  ),
  row(...Array.from({ length: 6 }, () => '---')),
  ...collections.map((collection) =>
    row(
      `\`${collection.name}\``,
      collection.privacy.purpose,
      readers[collection.privacy.readers],
      until[collection.privacy.keep],
      leaving[collection.privacy.leaving],
      named(collection),
    ),
  ),
];
