/** People: who is reading, and who is found by name. */
import * as v from 'valibot';
import type { Audience } from '../kernel/audience.ts';
import { communityContainer, governedContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import { nothing, personId } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import { maxIn } from '../kernel/query.ts';
import { memberships } from '../groups/collections.ts';
import { profiles } from '../card/profiles.ts';
import type { FoundPeople } from './find.ts';
import { acceptColleague } from './colleague.ts';
import { lookUp, summaryOf } from './person.ts';
import type { PersonSummary } from './person.ts';
import { onPage } from './on-page.ts';
import { staff } from './staff.ts';
import type { PersonTitle } from './titles.ts';
import type { Topic } from './topics.ts';

/** Most people that one search finds. */
const mostFound = 8;

/** The reader. */
const me = query({
  input: nothing,
  reads: () => [],
  run: async ({ identity, directory }): Promise<PersonSummary> => {
    const id = await identity.me();
    const [person] = await lookUp(directory, [id], 'names');
    if (!person) throw new NotFound(`person ${id}`);
    return summaryOf(person);
  },
});

/** Active people whose name or title starts with the words. */
const search = query({
  onPage: onPage.search,
  input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(200)) }),
  reads: () => [],
  run: async ({ directory }, { text }): Promise<readonly PersonSummary[]> =>
    (await directory.search(text, mostFound)).map(summaryOf),
});

/** Who reads what is there for everybody: profiles, names of groups. */
const audience = query({
  input: nothing,
  reads: () => [],
  run: ({ containers }): Promise<Audience> => containers.audience(communityContainer),
});

/**
 * Somebody who was found is about to be named in something that is written.
 * @returns them under the id that records bear.
 * @throws Invalid `unknown-person` or `left-the-company`; Forbidden where the host lets nobody bring them in
 */
const choose = command({
  input: v.strictObject({ person: personId }),
  run: async (host, { person }): Promise<PersonSummary> => {
    const chosen = await acceptColleague(host, 'person', person);
    const [found] = await lookUp(host.directory, [chosen], 'names');
    if (!found) throw new NotFound(`person ${chosen}`);
    return summaryOf(found);
  },
});

const someText = v.pipe(v.string(), v.maxLength(200));

/** Colleagues by name, department, place, skill, interest or language, with why each was found. */
const find = query({
  input: v.strictObject({
    text: someText,
    department: v.optional(someText),
    place: v.optional(someText),
  }),
  reads: () => [
    [profiles, communityContainer],
    [memberships, communityContainer],
    [staff, governedContainer],
  ],
  run: async (host, wanted): Promise<FoundPeople> =>
    (await import(/* webpackChunkName: 'people-finder' */ './find.ts')).findPeople(host, wanted),
});

/** What several colleagues write in their profiles, for who writes their own; fetched with the form. */
const topics = query({
  input: nothing,
  reads: () => [],
  run: async (host): Promise<readonly Topic[]> =>
    (await import(/* webpackChunkName: 'people-finder' */ './topics.ts')).readTopics(host),
});

/** What some people do, for a list of names. */
const titles = query({
  input: v.strictObject({ people: v.pipe(v.array(personId), v.maxLength(maxIn)) }),
  reads: () => [[staff, governedContainer]],
  run: async (host, { people }): Promise<readonly PersonTitle[]> =>
    (await import(/* webpackChunkName: 'people-finder' */ './titles.ts')).titlesOf(host, people),
});

export const operations = { me, search, audience, choose, find, topics, titles };
