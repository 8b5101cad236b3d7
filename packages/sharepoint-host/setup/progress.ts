/** How far a run of the set-up is, for who waits for it. */

/** @param done of `all` steps. */
export type TellProgress = (done: number, all: number) => void;

/** @returns what is called after each step. More steps than were foreseen are not counted. */
export function countSteps(told: TellProgress, all: number): () => void {
  let done = 0;
  told(done, all);
  return () => {
    if (done === all) return;
    done += 1;
    told(done, all);
  };
}
