/** The work that runs inside of the app's functions: put here by tests, which share its process. */
type Work = (context: Readonly<Record<string, unknown>>) => Promise<void>;

export const scenarios = new Map<string, Work>();

/** Runs a work once. */
export async function runScenario(
  name: string,
  context: Readonly<Record<string, unknown>>,
): Promise<void> {
  const run = scenarios.get(name);
  scenarios.delete(name);
  await run?.(context);
}

/** What the function of every hour runs: all that waits under this name. */
export const everyHour = 'every hour';

/** The function of the app that a test has put together. */
export const functions: {
  kantine: (request: { payload: unknown; context: unknown }) => Promise<unknown>;
} = {
  kantine: () => Promise.reject(new Error('No test has put the app together.')),
};
