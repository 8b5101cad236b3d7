/** People as views show them. */
import type { Directory, DirectoryPerson, PeopleDetail } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';

/** Enough to show a name and a face. */
export interface PersonSummary {
  readonly id: PersonId;
  /** Empty when the host no longer knows the person. */
  readonly name: string;
  readonly active: boolean;
  /** Of another organisation. */
  readonly guest?: true;
  readonly title?: string;
  readonly photo?: string;
}

export function summaryOf({
  id,
  name,
  active,
  guest,
  title,
  photo,
}: DirectoryPerson): PersonSummary {
  return {
    id,
    name,
    active,
    ...(guest ? { guest } : {}),
    ...(title === undefined ? {} : { title }),
    ...(photo === undefined ? {} : { photo }),
  };
}

/** Somebody whom the host has forgotten: what they wrote stays, without a name. */
const forgotten = (id: PersonId): PersonSummary => ({ id, name: '', active: false });

/** Finds the summary for an id among people who were looked up before. */
export type FindPerson = (id: PersonId) => PersonSummary;

/** The most that one directory question may name. */
const batchSize = 100;

/** Looks up people in as few questions as the port allows. Ids may repeat. @param detail `work` unless told otherwise. */
export async function lookUp(
  directory: Directory,
  ids: Iterable<PersonId>,
  detail?: PeopleDetail,
): Promise<readonly DirectoryPerson[]> {
  const wanted = [...new Set(ids)];
  const batches: PersonId[][] = [];
  for (let start = 0; start < wanted.length; start += batchSize) {
    batches.push(wanted.slice(start, start + batchSize));
  }
  const found = await Promise.all(batches.map((batch) => directory.people(batch, detail)));
  return found.flat();
}

/**
 * Names and faces of people, for what shows many.
 * @returns a finder for everybody named, those the host has forgotten included.
 */
export async function peopleFinder(
  directory: Directory,
  ids: Iterable<PersonId>,
): Promise<FindPerson> {
  const people = await lookUp(directory, ids, 'names');
  const byId = new Map(people.map((person) => [person.id, summaryOf(person)]));
  return (id) => byId.get(id) ?? forgotten(id);
}
