/** What both hosts need of the company that moves into them. */
import { renameSync, rmSync } from 'node:fs';
import type { Company, CompanyPerson } from '@kantine/company';

/** Who owns sites and administers spaces: the managing director. */
export const ownerOf = ({ people }: Company): CompanyPerson =>
  people.find(({ managerId, active }) => managerId === undefined && active) as CompanyPerson;

/**
 * Makes a host's file with the company in it. A fill that broke off half-way is thrown away, not taken
 * for the company.
 *
 * @param fill writes into the file that it is given; its answer is passed on.
 */
export async function moveIn<T>(
  file: string,
  fill: (unfinished: string) => Promise<T>,
): Promise<T> {
  const unfinished = `${file}.unfinished`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  const made = await fill(unfinished);
  renameSync(unfinished, file);
  return made;
}
