/** Finding people by where they work: the people search of the tenant, some hours behind, as the reader. */
import { startsWords } from '@kantine/core';
import type { AtWork, WhereAtWork } from '@kantine/core';
import type { Acquaintance } from './acquaintance.ts';
import { foundByWork } from './people-search.ts';
import type { Told } from './people-search.ts';
import { acquaint } from './search.ts';

/** Those of most people first. */
function mostFirst(texts: readonly (string | undefined)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([text]) => text);
}

/** The search looks into mail addresses and into what people write of themselves, too. */
const fits = ({ name, work }: Told, { text, department, place }: WhereAtWork): boolean =>
  (department === undefined || work.department === department) &&
  (place === undefined || work.place === place) &&
  startsWords(text, {
    name,
    title: [work.title, work.department, work.place].filter(Boolean).join(' '),
  });

/** One request; nobody is made a user of the site for having been found. */
export async function findAtWork(
  self: Acquaintance,
  wanted: WhereAtWork,
  limit: number,
): Promise<AtWork> {
  const told = (await foundByWork(self.wire, wanted)).filter((each) => fits(each, wanted));
  const { text, department, place } = wanted;
  const isAsked = text.trim() !== '' || department !== undefined || place !== undefined;
  const people = isAsked ? await acquaint(self, told.slice(0, limit)) : [];
  return {
    people: people.map(self.show),
    departments: mostFirst(told.map(({ work }) => work.department)),
    places: mostFirst(told.map(({ work }) => work.place)),
  };
}
