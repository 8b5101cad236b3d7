/** The app as it is wired for Forge, with a door for tests: what they ask for runs inside its function. */
import { makeResolver } from '@forge/resolver';
import { everyHour, functions, runScenario } from './scenarios.ts';

interface Request {
  readonly payload: unknown;
  readonly context: unknown;
}

/** @public named in manifest.yml */
export const resolver = makeResolver({
  kantine: (request: Request) => functions.kantine(request) as Promise<object>,
  scenario: async ({ payload, context }: Request) => {
    const { name } = payload as { name: string };
    await runScenario(name, context as Readonly<Record<string, unknown>>);
  },
});

/** Has 55 seconds, where a page's function has 25. @public named in manifest.yml */
export const scheduled = () => runScenario(everyHour, {});
