/** The people whom a command may name. */
import { Invalid } from '../kernel/errors.ts';
import type { DirectoryPerson, Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';

/**
 * @param wayOut what to do about somebody who left.
 * @throws Invalid `unknown-person` or `left-the-company`
 */
function assertColleague(
  field: string,
  id: PersonId,
  person: DirectoryPerson | undefined,
  wayOut: string,
): asserts person is DirectoryPerson {
  if (!person) {
    const data = { field, reason: 'unknown-person', actual: id } as const;
    throw new Invalid(data, `Nobody here is «${id}».`);
  }
  if (person.active) return;
  const data = { field, reason: 'left-the-company', actual: person.name } as const;
  throw new Invalid(data, `${person.name} has left the company. ${wayOut}`);
}

/**
 * @returns the id that records bear.
 * @throws Invalid `unknown-person` or `left-the-company`; Forbidden where the host lets nobody bring them in
 */
export async function acceptColleague(
  { directory }: Host,
  field: string,
  id: PersonId,
  wayOut = 'Choose somebody who works here.',
): Promise<PersonId> {
  const person = await directory.choose(id);
  assertColleague(field, id, person, wayOut);
  return person.id;
}
