// `npm start`, `npm test`, …: sets up a fresh machine, then runs one of the project's tasks.
import { ensureChromium, ensureMariadb, run, setUp } from './set-up.mjs';

const [task, ...args] = process.argv.slice(2);

const tasks = {
  start: (env) => run('pnpm', ['--silent', '--filter', '@kantine/intranet', 'serve', ...args], env),
  test: (env) => run('pnpm', ['exec', 'vitest', 'run', ...args], withServers(env)),
  bench: (env) => run('pnpm', ['--filter', '@kantine/bench', 'bench', ...args], withServers(env)),
  generate: (env) => run('pnpm', ['--recursive', '--if-present', 'generate'], env),
  package: (env) => run('pnpm', ['--recursive', '--if-present', 'build'], env),
  check: (env) => {
    run('pnpm', ['--recursive', '--if-present', 'typecheck'], env);
    run('pnpm', ['exec', 'eslint', '.', '--max-warnings', '0'], env);
    run('pnpm', ['exec', 'prettier', '--check', '.', '--log-level', 'warn'], env);
    run('pnpm', ['exec', 'knip'], env);
    run('pnpm', ['--recursive', '--if-present', 'build'], env);
    run('pnpm', ['--recursive', '--if-present', 'publint'], env);
    run('pnpm', ['exec', 'size-limit'], env);
  },
};

/** A browser and a database server, for what tests and measures. */
function withServers(env) {
  ensureMariadb();
  return { ...env, CHROMIUM_PATH: ensureChromium() };
}

const chosen = tasks[task];
if (!chosen) {
  console.error(`There is no task «${task}». There are: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
chosen(setUp());
