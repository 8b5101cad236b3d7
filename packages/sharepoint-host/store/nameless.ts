/**
 * Questions whose names a tenant refuses are asked again without them. What CAML may expand is written
 * nowhere; where it is nothing, the directory looks the names up.
 */
import { isRefusal } from '../wire/index.ts';
import type { Operation, Talk } from '../wire/index.ts';

const names = /,FieldValuesAsText\/Author|&\$expand=FieldValuesAsText/g;

const asksForNames = ({ path }: Operation): boolean => path.includes('$expand=FieldValuesAsText');

/** @returns what a talk is held through, for the life of a page: one refusal is enough. */
export function openNameless(): <T>(talk: Talk<T>) => Talk<T> {
  let isRefused = false;
  const without = (operation: Operation): Operation =>
    isRefused ? { ...operation, path: operation.path.replaceAll(names, '') } : operation;

  return async function* nameless(talk) {
    let step = await talk.next([]);
    while (step.done !== true) {
      const asked = step.value.map(without);
      const outcomes = [...(yield asked)];
      const refused = [...asked.keys()].filter((at) => {
        const outcome = outcomes[at];
        return (
          outcome?.ok === false &&
          isRefusal(outcome.error, 400) &&
          asksForNames(asked[at] as Operation)
        );
      });
      if (refused.length > 0) {
        isRefused = true;
        const again = yield refused.map((at) => without(asked[at] as Operation));
        for (const [position, at] of refused.entries()) {
          const outcome = again[position];
          if (outcome) outcomes[at] = outcome;
        }
      }
      step = await talk.next(outcomes);
    }
    return step.value;
  };
}
