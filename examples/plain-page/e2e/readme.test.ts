/**
 * The page that README shows, in a project of its own beside the checkout that knows our packages from their
 * packed files only. The commands run as for a newcomer: with Node and npm, and without pnpm.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
let folder: string;
let project: string;

/** The first block of a language in the section about a page of one's own. */
async function block(language: 'ts' | 'sh'): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const section = readme.split('## Use the elements on a page of your own')[1] ?? '';
  const found = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(section)?.[1];
  if (found === undefined) throw new Error(`README shows no ${language} there.`);
  return found;
}

const searched = (process.env.PATH ?? '').split(delimiter);

/** The environment of somebody who has Node and npm only. */
async function newcomer(): Promise<NodeJS.ProcessEnv> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  for (const name of ['node', 'npm']) {
    const found = searched.map((each) => join(each, name)).find((path) => existsSync(path));
    if (found === undefined) throw new Error(`There is no ${name}.`);
    await symlink(found, join(bin, name));
  }
  const others = searched.filter((each) => !existsSync(join(each, 'pnpm')));
  const inherited = Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name));
  return { ...Object.fromEntries(inherited), PATH: [bin, ...others].join(delimiter) };
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
  folder = await mkdtemp(join(tmpdir(), 'kantine-readme-'));
  project = join(folder, 'project');
  await mkdir(project);
  await symlink(root, join(folder, 'kantine'));
  const env = await newcomer();
  await expect(run('pnpm', ['--version'], { env })).rejects.toThrow('ENOENT');
  await run('npm', ['run', 'pack'], { cwd: root, env });
  const write = (file: string, content: string): Promise<void> =>
    writeFile(join(project, file), content);
  await write('package.json', JSON.stringify({ private: true, type: 'module' }));
  await write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['page.ts'] }));
  await write('page.ts', await block('ts'));
  await write('index.html', '<!doctype html><script type="module" src="./page.ts"></script>');
  // As README says it.
  await run('sh', ['-c', await block('sh')], { cwd: project, env });
});
afterAll(() => rm(folder, { recursive: true }));

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
