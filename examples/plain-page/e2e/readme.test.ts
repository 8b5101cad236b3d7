/** The page that README shows, in a project of its own that knows our packages from their packed files only. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const packages = ['core', 'elements'];
const run = promisify(execFile);
let project: string;

/** The first block of a language in the section about a page of one's own. */
async function block(language: 'ts' | 'sh'): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const section = readme.split('## Use the elements on a page of your own')[1] ?? '';
  const found = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(section)?.[1];
  if (found === undefined) throw new Error(`README shows no ${language} there.`);
  return found;
}

async function packAll(): Promise<void> {
  await run('pnpm', [...packages.flatMap((name) => ['--filter', `@kantine/${name}`]), 'build'], {
    cwd: root,
  });
  for (const name of packages) {
    const cwd = join(root, 'shared', name);
    await run('pnpm', ['pack', '--pack-destination', project], { cwd });
  }
}

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  types: [],
  strict: true,
  noEmit: true,
};

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'kantine-readme-'));
  await packAll();
  const write = (file: string, content: string): Promise<void> =>
    writeFile(join(project, file), content);
  await write('package.json', JSON.stringify({ private: true, type: 'module' }));
  await write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['page.ts'] }));
  await write('page.ts', await block('ts'));
  await write('index.html', '<!doctype html><script type="module" src="./page.ts"></script>');
  // As README says it.
  await run('sh', ['-c', await block('sh')], { cwd: project });
});
afterAll(() => rm(project, { recursive: true }));

describe('the page that README shows', () => {
  it('passes the type check', async () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const checked = await run(process.execPath, [compiler, '-p', project]).catch(
      (failed: unknown) => failed as { stdout: string },
    );
    expect(checked.stdout).toBe('');
  });

  it('shows a wall', async () => {
    await build({ root: project, logLevel: 'error', build: { target: 'es2022' } });
    const server = await preview({
      root: project,
      logLevel: 'error',
      preview: { port: 0, host: '127.0.0.1' },
    });
    const browser = await chromium.launch(launchOptions);
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.getByRole('heading', { name: 'Lunch' }).waitFor();
    await page.getByRole('textbox', { name: 'Write to Lunch' }).waitFor();
    await browser.close();
    await server.close();
  });
});
