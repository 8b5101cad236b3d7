/** Whom somebody helped lately: the questions that an answer of theirs solved, in groups that the reader can read. */
import { groupContainer } from '../kernel/container.ts';
import { admitNewest } from '../kernel/admit-since.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxContainers } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { membershipsOf } from '../groups/memberships-of.ts';
import { beginningOf, inOneLine } from '../mentions/beginning.ts';
import { isAcceptance } from '../wall/answers.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { marksTo } from '../wall/marks-to.ts';
import { readPost } from '../wall/read-post.ts';
import type { PersonSummary } from '../people/person.ts';

/** An answer that solved somebody's question. */
export interface Help {
  readonly group: string;
  readonly groupName: string;
  /** The question's id. */
  readonly post: string;
  readonly asker: PersonSummary;
  /** How the question begins. */
  readonly text: string;
  /** Whom that mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
  /** When it was said that it solved the question. */
  readonly at: Instant;
}

const mostShown = 5;
/** So many marks are looked at: some were taken back, some are by people who may not say so. */
const mostMarks = 100;
const mostQuestions = 10;
/** How much of a question is shown, in UTF-16 units. */
const lineLength = 140;

/** The open groups of both, and the closed groups of the reader: what they have no right to is not asked about. */
async function readableGroups(host: Host, me: PersonId, person: PersonId) {
  const [joined, closed] = await Promise.all([
    membershipsOf(host, [person, me]),
    host.containers.joined(),
  ]);
  const open = [person, me].flatMap((each) => (joined.get(each) ?? []).map(({ id }) => id));
  return [...new Set([...open, ...closed])].slice(0, maxContainers);
}

/** The question as the reader sees it, with the answer by this person that solved it; else nothing. */
async function helpIn(
  host: Host,
  group: string,
  person: PersonId,
  { fields, modified }: MarkRecord,
): Promise<Help | undefined> {
  try {
    const page = await readPost(host, { group, post: fields.post });
    const [question] = page.posts;
    const { accepted } = question ?? {};
    if (!question || question.hidden || question.deleted || accepted?.author.id !== person) {
      return undefined;
    }
    if (accepted.hidden) return undefined;
    const text = beginningOf(inOneLine(question.text.split('\n')[0] ?? ''), lineLength);
    return {
      group,
      groupName: page.group.name,
      post: question.id,
      asker: question.author,
      text,
      ...(question.mentions ? { mentions: question.mentions } : {}),
      at: modified,
    };
  } catch (error) {
    if (isKantineError(error, 'NotFound')) return undefined;
    throw error;
  }
}

/** At most five, the newest first. */
export async function readHelp(host: Host, person: PersonId): Promise<readonly Help[]> {
  const me = await host.identity.me();
  const groups = await readableGroups(host, me, person);
  if (groups.length === 0) return [];
  const groupIn = new Map(groups.map((group) => [groupContainer(group), group]));
  const query = marksTo(person, groups, 0, mostMarks);
  const [first] = await host.store.read([query]);
  const { records } = await admitNewest(host.store, query, first, isAcceptance);
  const byQuestion = new Map<string, MarkRecord>();
  for (const record of records) {
    if (record.author === person || record.fields.value === '') continue;
    const { post } = record.fields;
    if (!byQuestion.has(post)) byQuestion.set(post, record);
  }
  const questions = [...byQuestion.values()].slice(0, mostQuestions);
  const found = await Promise.all(
    questions.map((record) => helpIn(host, groupIn.get(record.container) ?? '', person, record)),
  );
  return found
    .filter((help) => help !== undefined)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostShown);
}
