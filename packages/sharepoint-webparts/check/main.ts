/**
 * npm run check-site -- <address of a site> [--rows 5001]
 *
 * KANTINE_TOKEN or KANTINE_COOKIE says who owns the site; KANTINE_COLLEAGUE_TOKEN or
 * KANTINE_COLLEAGUE_COOKIE who does not, for the facts that take somebody else.
 */
import { parseArgs } from 'node:util';
import { checkSite } from './check-site.ts';
import type { SignIn } from './check-site.ts';

function signIn(prefix: string): SignIn | undefined {
  const { [`${prefix}_TOKEN`]: token, [`${prefix}_COOKIE`]: cookie } = process.env;
  if (token !== undefined && token !== '') return { token };
  return cookie !== undefined && cookie !== '' ? { cookie } : undefined;
}

const { values, positionals } = parseArgs({
  // pnpm hands on the two hyphens that npm takes away.
  args: process.argv.slice(2).filter((each) => each !== '--'),
  options: { rows: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const [url] = positionals;
const owner = signIn('KANTINE');
const colleague = signIn('KANTINE_COLLEAGUE');

if (url === undefined || !owner) {
  console.error('Usage: KANTINE_TOKEN=… npm run check-site -- <address of a site> [--rows 5001]');
  process.exit(2);
}

// The lists of the check are removed also when it is interrupted.
const ending = new AbortController();
process.once('SIGINT', () => ending.abort());

try {
  const report = await checkSite({
    url,
    owner,
    rows: Number(values.rows),
    signal: ending.signal,
    ...(colleague ? { colleague } : {}),
    tell: ({ id, answer }) => console.error(`${id}: ${answer}`),
    made: (rows, of) => {
      if (rows % 1000 === 0) console.error(`Rows made: ${rows} of ${of}.`);
    },
  });
  console.log(report);
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exit(1);
}
