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

/** @public named in manifest.yml */
export const onPage = record('onPage');
/** @public named in manifest.yml */
export const onExport = record('onExport');
/** @public named in manifest.yml */
export const nightly = record('nightly');
/** @public named in manifest.yml */
export const countVotes = record('countVotes');
