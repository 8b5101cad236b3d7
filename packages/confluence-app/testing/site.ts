/** The packaged app in a site of three colleagues and a stranger, each with a browser of their own. */
import { randomUUID } from 'node:crypto';
import { startForge } from '@kantine/forge-emulator';
import type { RunningForge, Site } from '@kantine/forge-emulator';
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium } from 'playwright';
import type { Browser, FrameLocator, Page } from 'playwright';
import { ensureApp } from '../build/ensure.ts';

const team = ['ada', 'ben', 'cy'];
/** Outside of the team; so many that no call of theirs has to wait for those before. */
export const strangers = ['dora', ...Array.from({ length: 7 }, (_, at) => `stranger-${at}`)];

/** The account of ben, which a test closes. */
const ben: { accountId: string; displayName: string; closed?: boolean } = {
  accountId: 'ben',
  displayName: 'Ben Okri',
};

const site: Site = {
  users: [
    { accountId: 'root', displayName: 'Rosa Root', admin: true },
    { accountId: 'ada', displayName: 'Ada Lovelace', email: 'ada@office.test' },
    ben,
    { accountId: 'cy', displayName: 'Cy Twombly', locale: 'nl-NL' },
    ...strangers.map((accountId) => ({
      accountId,
      displayName: accountId === 'dora' ? 'Dora Maar' : `Somebody ${accountId}`,
    })),
  ],
  spaces: [
    {
      id: '200',
      key: 'TEAM',
      name: 'Team',
      permissions: { read: team, create: team, administer: ['ada'] },
    },
    {
      id: '300',
      key: 'HALL',
      name: 'Hall',
      permissions: { read: strangers, create: strangers, administer: strangers },
    },
  ],
  content: [
    {
      id: '1',
      title: 'How we work',
      space: 'TEAM',
      authorId: 'cy',
      macros: [
        { module: 'wall', localId: 'the-wall' },
        { module: 'profile-card', localId: 'the-card', config: { person: 'ada' } },
      ],
    },
    {
      id: '2',
      title: 'Who we are',
      space: 'TEAM',
      authorId: 'cy',
      body: '<p>Three things that change while nobody looks.</p>',
      macros: [
        { module: 'wall', localId: 'second-wall' },
        { module: 'kudos', localId: 'second-kudos', config: { count: 3 } },
        { module: 'profile-card', localId: 'second-card', config: { person: 'ada' } },
      ],
    },
    {
      id: '3',
      title: 'Whom to ask',
      space: 'TEAM',
      authorId: 'cy',
      macros: [
        { module: 'kudos', localId: 'third-kudos', config: { count: 2 } },
        {
          module: 'profile-card',
          localId: 'third-card',
          config: { person: 'ada', layout: 'compact' },
        },
        { module: 'groups', localId: 'third-groups' },
      ],
    },
  ],
};

interface Opened {
  readonly page: Page;
  /** What the app shows in one of its frames, by the title that Confluence gives it. */
  readonly frame: FrameLocator;
}

export interface SiteUnderTest {
  readonly forge: RunningForge;
  /** Opens an address of the site as somebody, and finds the app's first frame in it. */
  open(as: string, address: string): Promise<Opened>;
  /** Addresses that the product was asked to open in windows of their own, from here on. */
  windowsOf(opened: Opened): Promise<readonly string[]>;
  /** Closes the account of ben for good, as he may ask of Atlassian. */
  closeAccountOfBen(): void;
  /** What pages reported as wrong: errors, and refusals of the policy of Custom UI. */
  readonly trouble: readonly string[];
  close(): Promise<void>;
}

interface SiteOptions {
  /** The app is there without having been told so, as a minor version is. */
  readonly isTold?: boolean;
  /** How far the clocks of its pages are ahead of this machine's. In milliseconds. */
  readonly ahead?: number;
}

export async function siteUnderTest({
  isTold = true,
  ahead = 0,
}: SiteOptions = {}): Promise<SiteUnderTest> {
  const forge = await startForge({
    app: ensureApp(),
    // The app keeps its state in this process for one site.
    site: { ...site, cloudId: randomUUID() },
  });
  if (isTold) {
    await forge.fire({ eventType: 'avi:forge:installed:app' });
    await forge.settled();
  }
  const browser: Browser = await chromium.launch(launchOptions);
  const trouble: string[] = [];
  return {
    forge,
    trouble,
    async open(as, address) {
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      await page.addInitScript((milliseconds) => {
        const now = Date.now;
        Date.now = () => now() + milliseconds;
      }, ahead);
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') trouble.push(message.text());
      });
      const url = new URL(address, forge.url);
      url.searchParams.set('as', as);
      await page.goto(url.href);
      return { page, frame: page.locator('iframe').first().contentFrame() };
    },
    closeAccountOfBen: () => void (ben.closed = true),
    async windowsOf({ page }) {
      const asked: string[] = [];
      await page.exposeFunction('asked', (url: string) => void asked.push(url));
      await page.evaluate(() => {
        const { asked } = window as unknown as { asked: (url: string) => void };
        window.open = (url) => {
          asked(String(url));
          return null;
        };
      });
      return asked;
    },
    close: async () => {
      await browser.close();
      await forge.close();
    },
  };
}
