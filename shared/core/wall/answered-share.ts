/** How many of the newest questions of a group were answered, and how soon. */
import type { Host } from '../kernel/ports.ts';
import { newestQuestions, readAsked } from './asked.ts';
import type { Asked } from './asked.ts';

export interface AnsweredShare {
  /** Of how many questions the rest is told. */
  readonly questions: number;
  /** How many of them somebody else than the asker answered. */
  readonly answered: number;
  /** Within how many milliseconds half of the answered ones had their first answer; absent where none has. */
  readonly half?: number;
}

export function answeredShare(asked: readonly Asked[]): AnsweredShare {
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
export async function readAnsweredShare(
  { store }: Pick<Host, 'store'>,
  group: string,
): Promise<AnsweredShare> {
  const [found] = await store.read([newestQuestions(group)]);
  return answeredShare(await readAsked(store, group, found.records));
}
