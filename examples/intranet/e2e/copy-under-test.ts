/** A copy of this checkout in which somebody made the widget of the guide, and its local intranet. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { copyCheckout, fileBlocksOf, writeBlocks } from '@kantine/tooling/guide';
import type { Content } from '@kantine/forge-emulator';
import type * as intranetServer from '../server/intranet.ts';
import type { Intranet } from '../server/intranet.ts';
import type { PlacedWebPart, Sites } from '../sharepoint/server/pages.ts';
import { companySite } from '../sharepoint/server/tenant.ts';
import { smallCompany } from './small-company.ts';

const guide = join(import.meta.dirname, '../../../docs/guides/new-widget.md');
const exec = promisify(execFile);

/** The packages that put widgets into a host. */
export const shells = ['packages/sharepoint-webparts', 'packages/confluence-app'] as const;

export interface CopyUnderTest {
  readonly root: string;
  /** The files that the guide has whole, from the root of the copy. */
  readonly files: readonly string[];
  /** Runs Node in the root of the copy. @throws Error with everything that it wrote */
  node(...args: readonly string[]): Promise<void>;
  /** Runs a script of some packages of the copy, one after the other. @throws Error with everything that it wrote */
  script(name: string, ...folders: readonly string[]): Promise<void>;
  /** Does what the guide says. */
  followGuide(): Promise<void>;
  /** Starts the intranet that was built there, with the widget on both of its first pages. */
  startIntranet(): Promise<Intranet>;
  remove(): Promise<void>;
}

/** Nothing of this test run reaches what runs in the copy. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS)/.test(name)),
  );

export function copyUnderTest(): CopyUnderTest {
  const copy = copyCheckout();
  const blocks = fileBlocksOf(readFileSync(guide, 'utf8'));

  async function run(cwd: string, args: readonly string[]): Promise<void> {
    const options = { cwd, env: environment(), maxBuffer: 100_000_000 };
    await exec(process.execPath, args, options).catch((failed: unknown) => {
      const { stdout, stderr } = failed as Record<'stdout' | 'stderr', string>;
      throw new Error(`node ${args.join(' ')} failed in ${cwd}:\n${stdout}${stderr}`);
    });
  }

  // By Node itself: pnpm would install first, into what the copy shares with this checkout.
  async function script(name: string, ...folders: readonly string[]): Promise<void> {
    for (const folder of folders) await run(join(copy, folder), ['--run', name]);
  }

  return {
    root: copy,
    files: blocks.filter(({ kind }) => kind === 'file').map(({ path }) => path),
    node: (...args) => run(copy, args),
    script,
    followGuide: async () => {
      const isTranslation = ({ path }: { readonly path: string }) => path.endsWith('.xlf');
      const code = blocks.filter((block) => !isTranslation(block));
      writeBlocks(copy, code);
      await script('localize', 'shared/elements');
      writeBlocks(copy, blocks.filter(isTranslation));
      await script('localize', 'shared/elements');
      await script('generate', 'shared/tooling', ...shells);
    },
    startIntranet: () => startIntranet(copy),
    remove: () => rm(copy, { recursive: true }),
  };
}

async function startIntranet(copy: string): Promise<Intranet> {
  const { href } = pathToFileURL(join(copy, 'examples/intranet/server/intranet.ts'));
  const server = (await import(href)) as typeof intranetServer;
  const packages = join(copy, 'packages');
  const packageFile = join(packages, 'sharepoint-webparts/sharepoint/solution/kantine.sppkg');
  const sharePoint = { file: join(copy, 'sharepoint.db'), packageFile };
  const confluence = {
    file: join(copy, 'confluence.db'),
    app: join(packages, 'confluence-app/app'),
  };
  const options = { port: 0, company: smallCompany(), sharePoint, confluence };
  // The company moves in first; with it come the pages, and the group that stands on them.
  await (await server.startIntranet(options)).close();
  editJson(`${sharePoint.file}.pages.json`, withWebPart);
  editJson(`${confluence.file}.pages.json`, withMacro);
  return server.startIntranet(options);
}

function editJson<Edited>(file: string, edit: (content: Edited) => Edited): void {
  const content = JSON.parse(readFileSync(file, 'utf8')) as Edited;
  writeFileSync(file, JSON.stringify(edit(content)));
}

/** Puts the web part above the wall, for the same group. */
function withWebPart(sites: Sites): Sites {
  const { home, ...others } = sites[companySite] ?? {};
  const [section, ...below] = home?.sections ?? [];
  const [column = [], ...beside] = section?.columns ?? [];
  if (!home || !section) throw new Error('The site has no home page.');
  const { group } = column[0]?.properties ?? {};
  const lunch: PlacedWebPart = {
    instance: randomUUID(),
    alias: 'LunchWebPart',
    properties: { group },
  };
  const sections = [{ ...section, columns: [[lunch, ...column], ...beside] }, ...below];
  return { ...sites, [companySite]: { home: { ...home, sections }, ...others } };
}

/** Puts the macro above the wall, for the same group. */
function withMacro([page, ...others]: readonly Content[]): readonly Content[] {
  if (!page) throw new Error('The space has no page.');
  const { macros = [] } = page;
  const { group } = macros[0]?.config ?? {};
  const lunch = { module: 'lunch', localId: 'lunch', config: { group } };
  return [{ ...page, macros: [lunch, ...macros] }, ...others];
}
