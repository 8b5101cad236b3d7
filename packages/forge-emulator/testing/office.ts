import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { ManualClock } from '../clock/index.ts';
import type { ForgeOptions } from '../assemble.ts';
import { createForge, type Forge } from '../forge.ts';
import type { Manifest } from '../manifest/index.ts';
import type { Site } from '../site/index.ts';
// Loads the app before the first test does, which then pays for no import.
import './sample-app/src/index.ts';
import { scenarios } from './sample-app/src/scenarios.ts';

export const SAMPLE_APP = fileURLToPath(new URL('sample-app', import.meta.url));

/** A small company: Ada administers, Ben reads the team's space, Cy is in the open one only. */
export const OFFICE: Site = {
  url: 'https://office.atlassian.net',
  users: [
    { accountId: 'ada', displayName: 'Ada Lovelace', email: 'ada@office.test', admin: true },
    { accountId: 'ben', displayName: 'Ben Okri', locale: 'de-DE', timeZone: 'Europe/Berlin' },
    { accountId: 'cy', displayName: 'Cy Twombly' },
    { accountId: 'dee', displayName: 'Dee Dee', active: false },
    { accountId: 'eve', displayName: 'Eve', closed: true },
    { accountId: 'gus', displayName: 'Gus Guest', isGuest: true },
    { accountId: 'bot', displayName: 'Automation Bot', isApp: true },
    {
      accountId: 'ned',
      displayName: 'Ned Gone',
      active: false,
      suffix: '(Deaktiviert)',
      hasStatus: false,
    },
    { accountId: 'rae', displayName: 'Rae Moved', removed: true },
    { accountId: 'new', displayName: 'Newt New', mustConsent: true },
  ],
  groups: [
    { name: 'team', members: ['ben'] },
    { name: 'everybody', members: ['ada', 'ben', 'cy'] },
  ],
  spaces: [
    { id: '100', key: 'OPEN', name: 'Open', permissions: { read: ['everyone', 'gus'] } },
    { id: '900', key: 'WEB', name: 'Web', permissions: { read: ['anonymous'] } },
    {
      id: '200',
      key: 'TEAM',
      name: 'Team',
      permissions: { read: ['group:team'], create: ['group:team'], delete: ['ada'] },
    },
  ],
  content: [
    {
      id: '1',
      title: 'Welcome',
      space: 'OPEN',
      body: '<p>Hello</p>',
      macros: [
        { module: 'board', localId: 'one', config: { topic: 'lunch' } },
        { module: 'board', localId: 'two' },
      ],
    },
    { id: '2', title: 'Plans', space: 'TEAM', authorId: 'ben' },
    { id: '3', title: 'Salaries', space: 'TEAM', restrictions: { read: ['ada'] } },
    { id: '4', title: 'Bonus', space: 'TEAM', parentId: '3' },
    {
      id: '9',
      title: 'News',
      space: 'WEB',
      macros: [
        { module: 'board', localId: 'hidden' },
        { module: 'notice', localId: 'shown' },
      ],
    },
  ],
};

/** The same app, whose manifest asks for these scopes only; with functions from another folder, a later version. */
export function appWithScopes(
  scopes: readonly string[],
  functions = join(SAMPLE_APP, 'src'),
): string {
  const folder = mkdtempSync(join(tmpdir(), 'forge-app-'));
  const manifest = parse(readFileSync(join(SAMPLE_APP, 'manifest.yml'), 'utf8')) as Manifest;
  const app = {
    ...manifest.app,
    package: { bundler: 'manual@2026', path: functions },
  };
  const changed = { ...manifest, app, permissions: { scopes } };
  writeFileSync(join(folder, 'manifest.yml'), stringify(changed));
  cpSync(join(SAMPLE_APP, 'locales'), join(folder, 'locales'), { recursive: true });
  return folder;
}

export interface Office {
  readonly forge: Forge;
  readonly clock: ManualClock;
  /** Runs code inside of the app's resolver, on a page, as somebody. */
  scenario<Result>(
    run: (context: Record<string, unknown>) => Result | Promise<Result>,
    as?: string,
  ): Promise<Result>;
}

export function openOffice(options: Partial<ForgeOptions> = {}): Office {
  const clock = new ManualClock();
  const forge = createForge({ app: SAMPLE_APP, site: OFFICE, clock, ...options });
  return {
    forge,
    clock,
    scenario: async <Result>(run: (context: Record<string, unknown>) => unknown, as = 'ben') => {
      const name = `scenario ${scenarios.size}`;
      scenarios.set(name, run);
      const view = forge.open({ as, module: 'board', content: '1' });
      return (await view.invoke('scenario', { name })) as Result;
    },
  };
}
