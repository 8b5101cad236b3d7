// `npm start`, `npm test`, …: sets up a fresh machine, then runs one of the project's tasks.
import { ensureChromium, run, setUp } from './set-up.mjs';

const [task, ...args] = process.argv.slice(2);

const tasks = {
  start: (env) => run('pnpm', ['--silent', '--filter', '@kantine/intranet', 'serve', ...args], env),
  test: (env) => run('pnpm', ['exec', 'vitest', 'run', ...args], withChromium(env)),
  bench: (env) => run('pnpm', ['--filter', '@kantine/bench', 'bench', ...args], withChromium(env)),
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

function withChromium(env) {
  return { ...env, CHROMIUM_PATH: ensureChromium() };
}

const chosen = tasks[task];
if (!chosen) {
  console.error(`There is no task «${task}». There are: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
chosen(setUp());
