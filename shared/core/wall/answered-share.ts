/** How many of the newest questions of a group were answered, and how soon. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { isAny } from '../kernel/query.ts';
import { newestActs } from '../stewards/acts.ts';
import { isQuestion, loadDecisions, newestQuestions, readAsked } from './asked.ts';
import type { Asked } from './asked.ts';

export interface AnsweredShare {
  /** Of how many questions the rest is told. */
  readonly questions: number;
  /** How many of them somebody else than the asker answered. */
  readonly answered: number;
  /** Within how many milliseconds half of the answered ones had their first answer; absent where none has. */
  readonly half?: number;
}

function answeredShare(asked: readonly Asked[]): AnsweredShare {
  const waited = asked
    .flatMap(({ question, answered }) =>
      answered === undefined ? [] : [Math.max(0, answered - question.created)],
    )
    .toSorted((one, other) => one - other);
  const half = waited[Math.ceil(waited.length / 2) - 1];
  return {
    questions: asked.length,
    answered: waited.length,
    ...(half === undefined ? {} : { half }),
  };
}

/** Two round trips. @throws Forbidden where the reader may not read the group. */
export async function readAnsweredShare(host: Host, group: string): Promise<AnsweredShare> {
  const { store } = host;
  const [found, decided] = await store.read([
    newestQuestions(group),
    newestActs(groupContainer(group)),
  ]);
  const questions = found.records.filter(isQuestion);
  if (questions.length === 0) return answeredShare([]);
  const deciding = isAny(decided) ? await loadDecisions() : undefined;
  const decisionsRead = deciding?.readDecisions(host, group, questions, decided);
  const [asked, decisions] = await Promise.all([
    readAsked(store, group, questions, decisionsRead),
    decisionsRead,
  ]);
  const isSeen = ({ question }: Asked): boolean =>
    !decisions?.isHidden('post', question) && !decisions?.lateFor(question);
  return answeredShare(asked.filter((each) => !each.isUnclear && isSeen(each)));
}
