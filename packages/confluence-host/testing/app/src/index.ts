/** The app as it is wired for Forge, with a door for tests: what they ask for runs inside its function. */
import { makeResolver } from '@forge/resolver';
import { functions, scenarios } from './scenarios.ts';

interface Request {
  readonly payload: unknown;
  readonly context: unknown;
}

/** @public named in manifest.yml */
export const resolver = makeResolver({
  kantine: (request: Request) => functions.kantine(request) as Promise<object>,
  scenario: async ({ payload, context }: Request) => {
    const { name } = payload as { name: string };
    const run = scenarios.get(name);
    scenarios.delete(name);
    await run?.(context as Readonly<Record<string, unknown>>);
  },
});
