import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getAppContext } from '@forge/api';
import { sql } from '@forge/sql';
import { expect, it } from 'vitest';
import { createForge } from '../forge.ts';
import { appWithScopes, OFFICE, openOffice } from '../testing/office.ts';

/** Functions that answer with a text, whatever they are asked; the folder of a version of the app. */
function functionsThatSay(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'forge-functions-'));
  const code = `let asked = 0; const say = async () => { asked += 1; return '${what} ' + asked; };`;
  writeFileSync(join(folder, 'index.js'), `${code} exports.handler = say;`);
  const names = ['onPage', 'onExport', 'nightly', 'countVotes'];
  const exported = names.map((name) => `exports.${name} = say;`).join(' ');
  writeFileSync(join(folder, 'background.js'), `${code} ${exported}`);
  return folder;
}

const version = (what: string, ...scopes: readonly string[]): string =>
  appWithScopes(['storage:app', ...scopes], functionsThatSay(what));

it('F-A7: a minor version is there at once, and no event tells of it', async () => {
  const forge = createForge({ app: version('one'), site: OFFICE });
  const ask = () => forge.open({ as: 'ben', module: 'board', content: '1' }).invoke('anything');
  expect(await ask()).toBe('one 1');
  expect(forge.deploy(version('two'))).toBe('minor');
  expect(await ask()).toBe('two 1');
});

it('F-A7: a version with another scope is a major one, and waits for consent', async () => {
  const forge = createForge({ app: version('one'), site: OFFICE });
  const ask = () => forge.open({ as: 'ben', module: 'board', content: '1' }).invoke('anything');
  expect(forge.deploy(version('two', 'read:group:confluence'))).toBe('major');
  expect(await ask()).toBe('one 1');
  await forge.consent();
  expect(await ask()).toBe('two 1');
  await expect(forge.consent()).rejects.toThrow('waits for consent');
});

it('F-A3: one process serves several sites, each with its own rows, people and installation', async () => {
  const cloudId = '99999999-2222-4333-8444-555555555555';
  const one = openOffice();
  const other = openOffice({ site: { ...OFFICE, cloudId } });
  const where = () => getAppContext().installationAri;
  expect(await one.scenario(where)).not.toBe(await other.scenario(where));
  const seen = (context: Record<string, unknown>) => context.cloudId;
  expect(await other.scenario(seen)).toBe(cloudId);
  const tables = async () => (await sql.prepare('SHOW TABLES').execute()).rows.length;
  await one.scenario(() => sql.executeDDL('CREATE TABLE notes (id INT PRIMARY KEY)'));
  expect([await one.scenario(tables), await other.scenario(tables)]).toEqual([1, 0]);
  // The app is loaded once: what it keeps outside of its functions is there for all of them.
  const app = version('kept');
  const [first, second] = [OFFICE, { ...OFFICE, cloudId }].map((site) =>
    createForge({ app, site }),
  );
  const ask = (forge = first) =>
    forge?.open({ as: 'ben', module: 'board', content: '1' }).invoke('anything');
  expect([await ask(first), await ask(second)]).toEqual(['kept 1', 'kept 2']);
});
