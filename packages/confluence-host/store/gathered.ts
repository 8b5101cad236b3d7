/**
 * What the calls of one invocation ask at about the same moment goes to the database in one statement: the macros
 * of a page ask together, and Forge counts statements.
 */
import type { Database } from '../sql/index.ts';
import { unionOf } from './branch.ts';
import type { AnswerRow, AskedBranch } from './branch.ts';

/** Answers the branches of one reading. Its rows name its own questions. */
export type SendBranches = (placed: readonly AskedBranch[]) => Promise<readonly AnswerRow[]>;

/** SQLite takes 500 SELECTs in a statement, and planning takes longer with each. */
const mostBranches = 300;

interface Waiting {
  readonly placed: readonly AskedBranch[];
  readonly resolve: (rows: readonly AnswerRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Readings that fit into one statement, in their order. */
function statementsOf(waiting: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const statements: Waiting[][] = [];
  let size = Infinity;
  for (const reading of waiting) {
    const { length } = reading.placed;
    if (size + length > mostBranches) {
      statements.push([]);
      size = 0;
    }
    statements.at(-1)?.push(reading);
    size += length;
  }
  return statements;
}

/** The number of questions that a reading's branches name. */
const questionsIn = (placed: readonly AskedBranch[]): number =>
  1 + Math.max(...placed.map(({ question }) => question));

async function send(database: Database, readings: readonly Waiting[]): Promise<void> {
  let next = 0;
  const numbered = readings.map((reading) => {
    const first = next;
    next += questionsIn(reading.placed);
    const placed = reading.placed.map((each) => ({ ...each, question: first + each.question }));
    return { ...reading, first, end: next, placed };
  });
  try {
    const { rows } = await unionOf(numbered.flatMap(({ placed }) => placed)).execute(database);
    for (const { first, end, resolve } of numbered) {
      const own = rows.filter(({ q }) => Number(q) >= first && Number(q) < end);
      resolve(own.map((row) => ({ ...row, q: Number(row.q) - first })));
    }
  } catch (error) {
    for (const { reject } of readings) reject(error);
  }
}

/** Node's own: types of Node would be there for the code of pages, too. */
declare function setImmediate(run: () => void): unknown;

export function gathered(database: Database): SendBranches {
  let waiting: Waiting[] = [];

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (const readings of statementsOf(all)) void send(database, readings);
  }

  return (placed) =>
    new Promise((resolve, reject) => {
      waiting.push({ placed, resolve, reject });
      // Behind everything that has its answers already, and is about to ask on.
      if (waiting.length === 1) setImmediate(flush);
    });
}
