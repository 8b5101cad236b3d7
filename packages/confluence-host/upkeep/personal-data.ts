/**
 * Kantine keeps of a person their account id and what they wrote. Atlassian wants to be told at least
 * once a week which account ids an app keeps, and answers which of these accounts were closed; the data
 * of these people is erased.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
import { privacy } from '@forge/api';
import type { PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { isErased } from '../schema/index.ts';
import { erasePerson } from './erasure.ts';
import { firstNamed, readNamed } from './named-people.ts';
import type { NamedPosition } from './named-people.ts';
import { readSetting, writeSetting } from './settings.ts';

const cycle = 7 * 24 * 60 * 60_000;
/** Atlassian takes this many accounts in one report. */
const peopleAtOnce = 90;
const setting = 'personal-data';

type Options = Pick<Instance, 'database' | 'collections' | 'choices' | 'now'>;

/** How far the report of this cycle has come; without `after` and `named` it is complete. */
interface Progress {
  readonly begun: number;
  /** The number of the last person in the list of people who was reported. */
  readonly after?: number;
  /** The last person whom records name who was reported. */
  readonly named?: NamedPosition;
}

interface Page {
  readonly accounts: readonly PersonId[];
  /** The progress once these are reported. */
  readonly next: Progress;
}

/** @param isTimeLeft is asked before each step; the next run goes on where this one ended. */
export async function reportPersonalData(
  options: Options,
  isTimeLeft: () => boolean,
): Promise<void> {
  const { database, now } = options;
  let progress = (await readSetting(database, setting)) as Progress | undefined;
  if (!progress || (isComplete(progress) && progress.begun + cycle <= now())) {
    progress = { begun: now(), after: 0 };
  }
  while (!isComplete(progress) && isTimeLeft()) {
    const { accounts, next } = await nextPage(options, progress);
    if (!(await report(options, accounts, progress.begun, isTimeLeft))) return;
    progress = next;
    await writeSetting(database, setting, progress);
  }
}

/**
 * Reports one person, whom Confluence says to be deleted: that they were removed from this site does not
 * say that their account is closed. Where it is closed later, the report of a week says so. Safe to repeat.
 */
export async function reportPerson(options: Options, account: PersonId): Promise<void> {
  await report(options, [account], options.now(), () => true);
}

const isComplete = ({ after, named }: Progress): boolean =>
  after === undefined && named === undefined;

/** First the people who wrote anything, then those whom others name. */
async function nextPage(options: Options, { begun, after, named }: Progress): Promise<Page> {
  const { database, collections } = options;
  if (named) {
    const { accounts, next } = await readNamed(database, collections, named, peopleAtOnce);
    return { accounts, next: next ? { begun, named: next } : { begun } };
  }
  const { rows } = await sql<{
    id: number | string;
    account: string;
  }>`SELECT id, CAST(account AS CHAR) AS account
    FROM people
    WHERE id > ${after ?? 0}
    ORDER BY id LIMIT ${sql.lit(peopleAtOnce)}`.execute(database);
  const accounts = rows.map(({ account }) => account);
  const last = rows.at(-1);
  if (last && rows.length === peopleAtOnce)
    return { accounts, next: { begun, after: Number(last.id) } };
  const first = firstNamed(collections);
  return { accounts, next: first ? { begun, named: first } : { begun } };
}

/** @returns whether all of them were reported and the closed ones erased. */
async function report(
  options: Options,
  accounts: readonly PersonId[],
  at: number,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  const known = accounts.filter((account) => account !== '' && !isErased(account));
  if (known.length === 0) return true;
  const updatedAt = new Date(at).toISOString();
  const changed = await privacy.reportPersonalData(
    known.map((accountId) => ({ accountId, updatedAt })),
  );
  for (const { accountId, status } of changed) {
    if (status === 'closed' && !(await erasePerson(options, accountId, isTimeLeft))) return false;
  }
  return true;
}
