/** What the functions without a person were called with, for tests to look at. */
export const calls: {
  readonly name: string;
  readonly payload: unknown;
  readonly request: unknown;
}[] = [];

type Answer = (payload: never) => unknown;

/** What they do when they are called; replaced by tests. */
export const answers = new Map<string, Answer>();

const record = (name: string) => async (payload: unknown, request: unknown) => {
  calls.push({ name, payload, request });
  return answers.get(name)?.(payload as never);
};

export const onPage = record('onPage');
export const nightly = record('nightly');
export const countVotes = record('countVotes');
