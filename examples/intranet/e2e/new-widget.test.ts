/** The guide to a new widget, followed to the letter in a copy of this checkout: it builds, and works on both pages. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { launchOptions } from '@kantine/tooling/chromium';
import { copyCheckout, fileBlocksOf, writeBlocks } from '@kantine/tooling/guide';
import { chromium } from 'playwright';
import type { Browser, FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as intranetServer from '../server/intranet.ts';
import type { Intranet } from '../server/intranet.ts';
import type { Sites } from '../sharepoint/server/pages.ts';
import { companySite } from '../sharepoint/server/tenant.ts';
import { smallCompany } from './small-company.ts';

const mostMinutes = 6;
const guide = join(import.meta.dirname, '../../../docs/guides/new-widget.md');
const shells = ['packages/sharepoint-webparts', 'packages/confluence-app'];
const exec = promisify(execFile);

let copy: string;
let intranet: Intranet;
let browser: Browser;
/** What pages reported as wrong. */
const trouble: string[] = [];

/**
 * Runs a script of packages of the copy, as if nothing of this test run were around it. By Node itself: pnpm would
 * install first, into what the copy shares.
 */
async function runIn(script: string, ...folders: readonly string[]): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS)/.test(name)),
  );
  for (const folder of folders) {
    const cwd = join(copy, folder);
    await exec(process.execPath, ['--run', script], { cwd, env }).catch((failed: unknown) => {
      const { stdout, stderr } = failed as Record<'stdout' | 'stderr', string>;
      throw new Error(`${script} failed in ${folder}:\n${stdout}${stderr}`);
    });
  }
}

/** Code first; words are collected from it, and translated then. */
async function followGuide(): Promise<void> {
  const blocks = fileBlocksOf(readFileSync(guide, 'utf8'));
  const isTranslation = ({ path }: { readonly path: string }) => path.endsWith('.xlf');
  writeBlocks(
    copy,
    blocks.filter((block) => !isTranslation(block)),
  );
  await runIn('localize', 'shared/elements');
  writeBlocks(copy, blocks.filter(isTranslation));
  await runIn('localize', 'shared/elements');
  await runIn('generate', 'shared/tooling', ...shells);
}

function editJson<Content>(file: string, edit: (content: Content) => void): void {
  const content = JSON.parse(readFileSync(file, 'utf8')) as Content;
  edit(content);
  writeFileSync(file, JSON.stringify(content));
}

interface WikiPage {
  readonly macros: { module: string; localId: string; config: Readonly<Record<string, unknown>> }[];
}

/** Puts the widget first on both pages, for the group of the wall that stands there. */
function place(sharePointPages: string, confluencePages: string): void {
  editJson<Sites>(sharePointPages, (sites) => {
    const column = sites[companySite]?.home?.sections[0]?.columns[0] as {
      unshift(part: object): void;
    };
    const { group } =
      (column as unknown as { properties: { group: string } }[])[0]?.properties ?? {};
    column.unshift({ instance: crypto.randomUUID(), alias: 'LunchWebPart', properties: { group } });
  });
  editJson<WikiPage[]>(confluencePages, ([page]) => {
    const group = page?.macros[0]?.config.group;
    page?.macros.unshift({ module: 'lunch', localId: 'lunch', config: { group } });
  });
}

async function startIntranetOfCopy(): Promise<Intranet> {
  const { href } = pathToFileURL(join(copy, 'examples/intranet/server/intranet.ts'));
  const { startIntranet } = (await import(href)) as typeof intranetServer;
  const sharePoint = join(copy, 'sharepoint.db');
  const confluence = join(copy, 'confluence.db');
  const options = {
    port: 0,
    company: smallCompany(),
    sharePoint: {
      file: sharePoint,
      packageFile: join(copy, 'packages/sharepoint-webparts/sharepoint/solution/kantine.sppkg'),
    },
    confluence: { file: confluence, app: join(copy, 'packages/confluence-app/app') },
  };
  await (await startIntranet(options)).close();
  place(`${sharePoint}.pages.json`, `${confluence}.pages.json`);
  return startIntranet(options);
}

async function open(host: 'sharepoint' | 'confluence', person: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', ({ message, stack }) => {
    if (stack?.includes('/sharepoint/runtime/') !== true) trouble.push(message);
  });
  await page.goto(`${intranet.url}/${host}?as=${person}`);
  return page;
}

beforeAll(async () => {
  const t0 = Date.now();
  const lap = (n: string) => console.log(n, Date.now() - t0);
  copy = copyCheckout();
  lap('copy');
  await followGuide();
  lap('guide');
  await runIn('typecheck', 'shared/core', 'shared/elements', ...shells);
  lap('types');
  await runIn('build', 'shared/core', 'shared/elements', 'packages/sharepoint-host', ...shells);
  lap('builds');
  await runIn('build', 'examples/intranet');
  browser = await chromium.launch(launchOptions);
  intranet = await startIntranetOfCopy();
  lap('intranet');
}, mostMinutes * 60_000);

afterAll(async () => {
  await browser?.close();
  await intranet?.close();
  await rm(copy, { recursive: true });
});

describe('the widget of the guide', () => {
  it('stands on the SharePoint page, where one says where one has lunch', async () => {
    const page = await open('sharepoint', 'nadia.belkacem');
    await page.getByRole('textbox', { name: 'Where do you have lunch?' }).fill('In het park');
    await page.getByRole('button', { name: 'Tell the group' }).click();
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    const colleague = await open('sharepoint', 'dennis.vanderkolk');
    await colleague.locator('kantine-lunch li').filter({ hasText: 'In het park' }).waitFor();
  });

  it('stands on the Confluence page, in the language of its reader', async () => {
    const widgetOf = (page: Page): FrameLocator => page.locator('iframe').first().contentFrame();
    const widget = widgetOf(await open('confluence', 'nadia.belkacem'));
    await widget.getByRole('textbox', { name: 'Waar lunch je?' }).fill('In het park');
    await widget.getByRole('button', { name: 'Vertel het de groep' }).click();
    await widget.getByRole('button', { name: 'Terugnemen' }).waitFor();
    const colleague = widgetOf(await open('confluence', 'dennis.vanderkolk'));
    await colleague.locator('kantine-lunch li').filter({ hasText: 'In het park' }).waitFor();
  });

  it('broke nothing on either page', () => {
    expect(trouble).toEqual([]);
  });
});
