// `npm start`, `npm test`, …: sets up a fresh machine, then runs one of the project's tasks.
import { setUp } from './set-up.mjs';
import { tasks } from './tasks.mjs';

const [task, ...args] = process.argv.slice(2);
const chosen = tasks[task];
if (!chosen) {
  console.error(`There is no task «${task}». There are: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
await chosen(setUp(), args);
