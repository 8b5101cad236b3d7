/** Statements as the store would send them, to be explained and not run. */
import type { RowsQuery } from '@kantine/core';
import type { ChoiceLayouts } from '../schema/index.ts';
import { unionOf } from './branch.ts';
import type { AskedBranch } from './branch.ts';
import { choiceSelects } from './choice-selects.ts';
import { recordRows } from './record-rows.ts';
import type { ContainerRow } from './table-selects.ts';

/** Where the rows would be; that there is such a container does not matter to a plan. */
const somewhere: ContainerRow = { name: 'community', id: 1 };

/** All of these questions in one statement, each for what comes after some row. */
export function planned(choices: ChoiceLayouts, queries: readonly RowsQuery[]) {
  const placed = queries.flatMap((query, question): AskedBranch[] => {
    const layout = choices.get(query.collection.name);
    const selects = layout ? choiceSelects(layout, () => undefined) : recordRows;
    const after = Array.from({ length: selects.depth(query) }, () => 1);
    return selects.rows(query, somewhere, after).map((each) => ({ question, ...each }));
  });
  return unionOf(placed);
}
