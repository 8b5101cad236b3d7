import Resolver from '@forge/resolver';
import { scenarios } from './scenarios.ts';

/** Notes and polls, with Atlassian's packages and nothing else. */
const resolver = new Resolver();

resolver.define('whoami', ({ context, payload }) => ({ context, payload: payload as unknown }));

/** Tests say what they want to see done with the real packages; see `scenario()`. */
resolver.define('scenario', async ({ payload, context }) => {
  const { name } = payload as { name: string };
  const run = scenarios.get(name);
  if (!run) throw new Error(`No scenario '${name}'.`);
  return run(context as unknown as Record<string, unknown>);
});

/** @public named in manifest.yml */
export const handler = resolver.getDefinitions();
