/** Statements as the store would send them, to be explained and not run. */
import type { RowsQuery } from '@kantine/core';
import type { ChoiceLayouts } from '../schema/index.ts';
import { together } from './branch.ts';
import type { Placed } from './branch.ts';
import { choiceSource } from './choice-source.ts';
import { recordRows } from './record-rows.ts';
import type { Home } from './source.ts';

/** Where the rows would be; that there is such a container does not matter to a plan. */
const somewhere: Home = { container: 'community', id: 1 };

/** All of these questions in one statement, each for what comes after some row. */
export function planned(choices: ChoiceLayouts, queries: readonly RowsQuery[]) {
  const placed = queries.flatMap((query, question): Placed[] => {
    const layout = choices.get(query.collection.name);
    const source = layout ? choiceSource(layout, () => undefined) : recordRows;
    const after = Array.from({ length: source.depth(query) }, () => 1);
    return source.rows(query, somewhere, after).map((each) => ({ question, ...each }));
  });
  return together(placed);
}
