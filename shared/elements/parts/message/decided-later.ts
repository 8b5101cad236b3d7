/** What shows messages that are not shown as they are is fetched with the first of them. */
import type { LitElement } from 'lit';
import type * as Decided from '../stewards/decided.ts';

const loadDecided = (): Promise<typeof Decided> => import('../stewards/decided.ts');

/** @param done is given what shows it, once the element is dressed for it. */
export function fetchDecided(element: LitElement, done: (decided: typeof Decided) => void): void {
  loadDecided().then(
    (decided) => {
      decided.dress(element);
      done(decided);
    },
    () => undefined,
  );
}
