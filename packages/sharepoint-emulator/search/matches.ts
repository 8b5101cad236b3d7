import { notEmulated } from '../errors.ts';
import { member } from '../odata/resource.ts';
import { wordsOf, type Keyword } from './keyword.ts';
import { SEARCHED } from './properties.ts';

/** Whether the properties of one person fit a query. A lone star fits everybody. */
export function matches(query: Keyword, person: Readonly<Record<string, string>>): boolean {
  switch (query.kind) {
    case 'all':
      return query.parts.every((part) => matches(part, person));
    case 'any':
      return query.parts.some((part) => matches(part, person));
    case 'not':
      return !matches(query.part, person);
    case 'text':
      return textsOf(query.property, person).some((text) => contains(wordsOf(text), query));
  }
}

function textsOf(property: string | undefined, person: Readonly<Record<string, string>>): string[] {
  if (property === undefined) return SEARCHED.map((name) => person[name] ?? '');
  const found = member(person, property);
  if (!found) throw notEmulated(`a search for the property '${property}'`);
  return [found.value];
}

/** The words of the query, one behind the other, somewhere in the text. */
function contains(
  text: readonly string[],
  { words, isPrefix }: Extract<Keyword, { kind: 'text' }>,
): boolean {
  if (words.length === 0) return isPrefix;
  const fits = (start: number): boolean =>
    words.every((word, at) => {
      const there = text[start + at] ?? '';
      return isPrefix && at === words.length - 1 ? there.startsWith(word) : there === word;
    });
  return text.some((_, start) => fits(start));
}
