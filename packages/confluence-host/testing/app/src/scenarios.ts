/** The work that runs inside of the app's functions: put here by tests, which share its process. */
type Work = (context: Readonly<Record<string, unknown>>) => Promise<void>;

export const scenarios = new Map<string, Work>();

/** The function of the app that a test has put together. */
export const functions: {
  kantine: (request: { payload: unknown; context: unknown }) => Promise<unknown>;
} = {
  kantine: () => Promise.reject(new Error('No test has put the app together.')),
};
