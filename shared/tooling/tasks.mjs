// The project's commands. A script of package.json with the same name starts each on a machine that is set up.
import { join } from 'node:path';
import { ensureChromium, ensureEngines, ensureMariadb } from './machine.mjs';
import { root, run, runSideBySide } from './set-up.mjs';

/**
 * What a command runs, with the environment of the set-up and what was written behind it.
 * @type {Record<string, (env: NodeJS.ProcessEnv, args: string[]) => void | Promise<void>>}
 */
export const tasks = {
  start: (env, args) =>
    run('pnpm', ['--silent', '--filter', '@kantine/intranet', 'serve', ...args], env),
  test: (env, args) =>
    vitest(withServers(env), '--project', '!walks', '--project', '!engines', ...args),
  walks: (env, args) => vitest(withServers(env), '--project', 'walks', ...args),
  'test:browsers': (env, args) => {
    ensureEngines();
    vitest(withServers(env), '--project', 'engines', ...args);
  },
  soak: (env) => {
    const soak = { ...withServers(env), SOAK_SECONDS: env.SOAK_SECONDS ?? '180' };
    const long = ['load.test.ts', 'break-off.test.ts', 'working-hour.test.ts'];
    vitest(soak, '--project', 'node', '--project', 'page', ...long);
    vitest(soak, '--project', 'walks', 'new-widget.test.ts');
  },
  bench: (env, args) =>
    run('pnpm', ['--filter', '@kantine/bench', 'bench', ...args], withServers(env)),
  'check-site': (env, args) =>
    run(
      'pnpm',
      ['--silent', '--filter', '@kantine/sharepoint-webparts', 'check-site', ...args],
      env,
    ),
  package: (env) => run('pnpm', ['--recursive', '--if-present', 'build'], env),
  pack: (env) => {
    const packages = ['--filter', '@kantine/core', '--filter', '@kantine/elements'];
    run('pnpm', [...packages, 'build'], env);
    run('pnpm', [...packages, 'pack', '--pack-destination', join(root, 'dist')], env);
  },
  check: async (env) => {
    // The types of everything at once take more memory than Node allows itself.
    const parts = [['shared'], ['packages'], ['examples', '*.ts', '*.js']];
    const lint = parts.map((part) => ['pnpm', 'exec', 'eslint', ...part, '--max-warnings', '0']);
    const others = [
      ['pnpm', '--recursive', '--if-present', 'typecheck'],
      ['pnpm', 'exec', 'prettier', '--check', '.', '--log-level', 'warn'],
      ['pnpm', 'exec', 'knip'],
    ];
    await runSideBySide([lint, others], env);
    run('pnpm', ['--recursive', '--if-present', 'build'], env);
    run('pnpm', ['--recursive', '--if-present', 'publint'], env);
    run('pnpm', ['exec', 'size-limit'], env);
  },
  format: (env) => run('pnpm', ['exec', 'prettier', '--write', '.', '--log-level', 'warn'], env),
  generate: (env) => run('pnpm', ['--recursive', '--if-present', 'generate'], env),
  localize: (env) => run('pnpm', ['--filter', '@kantine/elements', 'localize'], env),
};

const vitest = (env, ...args) => run('pnpm', ['exec', 'vitest', 'run', ...args], env);

/** A browser and a database server, for what tests and measures. */
function withServers(env) {
  ensureMariadb();
  return { ...env, CHROMIUM_PATH: ensureChromium() };
}
