import { scenarios } from './app/src/scenarios.ts';

type Context = Readonly<Record<string, unknown>>;

/**
 * What a work comes to inside of the app's functions.
 * @param name under which the function finds it. @param call calls the function.
 */
export async function outcomeOf<Result>(
  name: string,
  work: (context: Context) => Promise<Result>,
  call: () => Promise<unknown>,
): Promise<Result> {
  let outcome: { value: unknown } | { error: unknown } = { error: new Error('It did not run.') };
  scenarios.set(name, async (context) => {
    outcome = await work(context).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
  });
  await call();
  if ('error' in outcome) throw outcome.error;
  return (outcome as { value: Result }).value;
}
