/** Whom a command may name. */
import { Invalid } from '../kernel/errors.ts';
import type { DirectoryPerson, Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { lookUp } from './person.ts';

/**
 * @param wayOut what to do about somebody who left.
 * @throws Invalid `unknown-person` or `left-the-company`
 */
export function assertColleague(
  field: string,
  id: PersonId,
  person: DirectoryPerson | undefined,
  wayOut: string,
): void {
  if (!person) {
    const data = { field, reason: 'unknown-person', actual: id } as const;
    throw new Invalid(data, `Nobody here is «${id}».`);
  }
  if (person.active) return;
  const data = { field, reason: 'left-the-company', actual: person.name } as const;
  throw new Invalid(data, `${person.name} has left the company. ${wayOut}`);
}

/** @throws Invalid `unknown-person` or `left-the-company` */
export async function acceptColleague(
  { directory }: Host,
  field: string,
  id: PersonId,
): Promise<void> {
  const [person] = await lookUp(directory, [id]);
  assertColleague(field, id, person, 'Choose somebody who works here.');
}
