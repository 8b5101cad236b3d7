/** The Confluence of the local intranet: an emulated site with Kantine's packaged app in it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Company } from '@kantine/company';
import { embeddedEngine, startForge } from '@kantine/forge-emulator';
import type { Content } from '@kantine/forge-emulator';
import { moveIn } from '../../server/company.ts';
import { drawChrome } from './chrome.ts';
import { fillSite } from './fill.ts';
import { companySpace, homePage, pagesOf, siteOf } from './tenant.ts';

export interface ConfluenceOptions {
  /** The SQLite file of Forge SQL; made and filled with the company when it is new. */
  readonly file: string;
  /** The folder that `npm run package` lays out. */
  readonly app: string;
  /** The port of Confluence's pages; any free one unless told otherwise. */
  readonly port?: number;
  /** Who works here. */
  readonly company: Company;
}

export interface ConfluenceSite {
  /** The address of the first page, for somebody who is signed in. */
  home(person: string): string;
  readonly url: string;
  close(): Promise<void>;
}

export async function openConfluence(
  options: ConfluenceOptions,
  sharePoint: () => string,
): Promise<ConfluenceSite> {
  const { file, app, company, port = 0 } = options;
  const pagesFile = `${file}.pages.json`;
  if (!existsSync(file) || !existsSync(pagesFile)) {
    await moveIn(file, async (unfinished) => {
      const groups = await fillSite(unfinished, company);
      writeFileSync(pagesFile, JSON.stringify(pagesOf(company, groups)));
    });
  }
  const pages = JSON.parse(readFileSync(pagesFile, 'utf8')) as readonly Content[];
  const sql = embeddedEngine({ file });
  const forge = await startForge({
    app,
    port,
    sql,
    site: siteOf(company, pages),
    chrome: drawChrome({ company, pages, sharePoint }),
  });
  // The parts that an upgrade brings along are made here, as on the platform.
  await forge.fire({ eventType: 'avi:forge:upgraded:app' });
  return {
    url: forge.url,
    home: (person) =>
      `${forge.url}/wiki/spaces/${companySpace.key}/pages/${homePage}?as=${encodeURIComponent(person)}`,
    close: async () => {
      await forge.close();
      await sql.close();
    },
  };
}
