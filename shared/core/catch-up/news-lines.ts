/** Which lines the reader is told of, by rule: what concerns themselves first, and one of each group. */
import { fateOf } from '../ideas/fate.ts';
import type { Step } from '../ideas/fate.ts';
import { isIdea } from '../ideas/idea.ts';
import type { PersonId } from '../kernel/record.ts';
import { beginningOf, inOneLine } from '../mentions/beginning.ts';
import type { FindPerson } from '../people/person.ts';
import { answerTarget } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import type { PostRecord } from '../wall/message.ts';
import { mentionsIn } from '../wall/view.ts';
import type { FoundPosts } from './news-found.ts';
import type { NewsRows } from './news-rows.ts';
import type { Reader, Wanted } from './news-wanted.ts';
import { mostDecided, mostWorth } from './news.ts';
import type { DecidedLine, NewsLine, WorthLine } from './news.ts';

/** How much of a post is shown, in UTF-16 units. */
const lineLength = 160;

/** A line before anybody's name is known. */
interface Draft<Line extends NewsLine> {
  readonly people: readonly PersonId[];
  readonly text: string;
  /** Greater is sooner told. */
  readonly rank: readonly number[];
  readonly group: string;
  view(person: FindPerson, name: string): Line;
}

const bySooner = (one: Draft<NewsLine>, other: Draft<NewsLine>): number => {
  for (const [at, rank] of other.rank.entries()) {
    const difference = rank - (one.rank[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

const lineOf = (text: string): string => beginningOf(inOneLine(text), lineLength);

interface Found extends FoundPosts {
  readonly rows: NewsRows;
  readonly wanted: Wanted;
}

function decisionOf(
  idea: PostRecord,
  group: string,
  step: Step & { readonly state: Exclude<Step['state'], 'withdrawn'> },
  me: PersonId,
): Draft<DecidedLine> {
  const { state, by, at, why, until } = step;
  const text = lineOf(idea.fields.text);
  const mine = idea.author === me;
  return {
    people: [by],
    text,
    rank: [Number(mine), at],
    group,
    view: (person, name) => ({
      kind: 'decision',
      group: { id: group, name },
      id: idea.id,
      at,
      text,
      ...mentionsIn(text, person),
      state,
      by: person(by),
      why,
      ...(until === undefined ? {} : { until }),
      ...(mine ? { mine } : {}),
    }),
  };
}

function decisionsIn({ posts, stewards, wanted }: Found, reader: Reader): Draft<DecidedLine>[] {
  const { me, from, now } = reader;
  return [...wanted.fates].flatMap(([group, fates]) => {
    const known = stewards.get(group);
    if (!known) return [];
    return [...(posts.get(group)?.values() ?? [])].filter(isIdea).flatMap((idea) => {
      const { steps } = fateOf(idea, fates, { group, now, isStewardAct: known.isStewardAct });
      const step = steps.at(-1);
      if (!step || step.state === 'withdrawn' || step.at <= from || step.by === me) return [];
      return [decisionOf(idea, group, { ...step, state: step.state }, me)];
    });
  });
}

/** A question counts as solved if who asked it says so. */
function solvedIn(
  { posts, wanted }: Found,
  isFit: (mark: MarkRecord, question: PostRecord) => boolean,
): readonly { readonly group: string; readonly mark: MarkRecord; readonly question: PostRecord }[] {
  return [...wanted.accepted].flatMap(([group, accepted]) =>
    accepted.flatMap((mark) => {
      const question = posts.get(group)?.get(mark.fields.post);
      const isSolved =
        question?.fields.kind === 'question' &&
        question.author === mark.author &&
        isFit(mark, question);
      return isSolved ? [{ group, mark, question }] : [];
    }),
  );
}

function settledIn(found: Found, { me }: Reader): Draft<DecidedLine>[] {
  return solvedIn(found, ({ fields }) => fields.to === me).map(({ group, mark, question }) => {
    const text = lineOf(question.fields.text);
    return {
      people: [question.author],
      text,
      rank: [2, mark.created],
      group,
      view: (person, name) => ({
        kind: 'settled',
        group: { id: group, name },
        id: question.id,
        at: mark.created,
        text,
        ...mentionsIn(text, person),
        by: person(question.author),
      }),
    };
  });
}

/** Whole words alone, in any case: «or» is no topic of «for». */
function topicOf(text: string, topics: readonly string[]): string | undefined {
  const words = (some: string): string =>
    ` ${some
      .toLocaleLowerCase('en')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const all = words(text);
  return topics.find((topic) => words(topic).trim() !== '' && all.includes(words(topic)));
}

function worthSolved(found: Found, { me, topics }: Reader): Draft<WorthLine>[] {
  const { helped } = found.rows;
  const isOthers = ({ fields }: MarkRecord, { author }: PostRecord): boolean =>
    fields.to !== me && author !== me;
  return solvedIn(found, isOthers).map(({ group, mark, question }) => {
    const text = lineOf(question.fields.text);
    const topic = topicOf(question.fields.text, topics);
    const target = answerTarget(mark.fields.value);
    const voices = helped.filter(
      ({ container, fields, author }) =>
        container === mark.container && fields.target === target && author !== fields.to,
    );
    const people = new Set(voices.map(({ author }) => author));
    return {
      people: [question.author],
      text,
      rank: [Number(topic !== undefined), people.size, mark.created],
      group,
      view: (person, name) => ({
        kind: 'solved',
        group: { id: group, name },
        id: question.id,
        at: mark.created,
        text,
        ...mentionsIn(text, person),
        by: person(question.author),
        helped: people.size,
        ...(topic === undefined ? {} : { topic }),
      }),
    };
  });
}

function worthArticles({ wanted, hidden }: Found): Draft<WorthLine>[] {
  return [...wanted.articles].flatMap(([group, { id, author, fields }]) => {
    if (hidden.has(group)) return [];
    const text = lineOf(fields.title);
    return [
      {
        people: [author],
        text,
        // Whom one follows is chosen by oneself, as a topic is.
        rank: [1, 0, fields.at],
        group,
        view: (person: FindPerson, name: string) => ({
          kind: 'published' as const,
          group: { id: group, name },
          id,
          at: fields.at,
          text,
          by: person(author),
          minutes: fields.minutes,
        }),
      },
    ];
  });
}

/** What concerns the reader themselves, then the newest. */
export const decidedLines = (found: Found, reader: Reader): readonly Draft<DecidedLine>[] =>
  [...settledIn(found, reader), ...decisionsIn(found, reader)]
    .toSorted(bySooner)
    .slice(0, mostDecided);

/** What the reader chose or knows about, then what helped most; one of each group. */
export function worthLines(found: Found, reader: Reader): readonly Draft<WorthLine>[] {
  const groups = new Set<string>();
  return [...worthSolved(found, reader), ...worthArticles(found)]
    .toSorted(bySooner)
    .filter(({ group }) => !groups.has(group) && groups.add(group))
    .slice(0, mostWorth);
}
