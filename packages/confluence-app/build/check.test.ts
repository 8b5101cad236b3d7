import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atlassianProblems } from './check-atlassian.ts';
import { problemsOf } from './check.ts';
import { ensureApp } from './ensure.ts';

// Atlassian's validator compiles its schema when it is first used.
vi.setConfig({ testTimeout: 120_000 });

let app: string;
beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'kantine-app-'));
  cpSync(ensureApp(), app, { recursive: true });
}, 60_000);
afterEach(() => rmSync(app, { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(app, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const problems = async (): Promise<string> => (await problemsOf(app)).join('\n');

describe('the app that npm run package lays out', () => {
  it('has nothing that Atlassian or Kantine would object to', async () => {
    expect(await problems()).toBe('');
  });

  it('F-A6: has the usual layout, which needs no early access: functions in src, nothing about packaging', () => {
    expect(readFileSync(join(app, 'manifest.yml'), 'utf8')).not.toMatch(/^ {2}package:/m);
    expect(readdirSync(join(app, 'src'))).toEqual(['index.js']);
  });

  it('T24: carries the licence texts of what it contains, in pages and functions', () => {
    const texts = readFileSync(join(app, 'static/social/licences.txt'), 'utf8');
    for (const name of ['lit', 'lit-html', 'valibot', 'kysely', '@forge/bridge', '@forge/api']) {
      expect(texts).toMatch(new RegExp(`^${name} \\d+\\.\\d+`, 'm'));
    }
    expect(texts).toContain('Permission is hereby granted, free of charge');
    expect(texts).not.toContain('@kantine');
  });

  it('asks for no scope that the README of the host does not name, and for no egress', () => {
    const manifest = readFileSync(join(app, 'manifest.yml'), 'utf8');
    expect(manifest).not.toMatch(/^ {2}(external|content):|^remotes:/m);
    const scopes = [...manifest.matchAll(/^ {4}- (\S+:\S+)$/gm)].map(([, scope]) => scope);
    expect(scopes).toEqual([
      'storage:app',
      'read:confluence-user',
      'read:content-details:confluence',
      'read:group:confluence',
      'read:space:confluence',
      'write:space:confluence',
      'read:page:confluence',
      'report:personal-data',
    ]);
  });
});

describe('what Atlassian says', () => {
  it.each([
    ['a module key that is there twice', '- key: kudos', '- key: wall', 'duplicate'],
    [
      'a module that does not exist',
      'confluence:homepageFeed',
      'confluence:frontPage',
      'frontPage',
    ],
    ['a function that does not exist', 'function: upkeep', 'function: nothing', 'nothing'],
  ])('of %s is passed on', async (_, from, to, said) => {
    change('manifest.yml', from, to);
    expect((await atlassianProblems(app)).join('\n')).toContain(said);
  });
});

describe('a fault that Atlassian lets pass is told too', () => {
  it.each(['wall', 'space-groups', 'home-feed'])(
    'F-C7: a viewportSize of %s, with which its frame would follow no content',
    async (key) => {
      change('manifest.yml', `- key: ${key}\n`, `- key: ${key}\n      viewportSize: medium\n`);
      expect(await problems()).toContain(`${key} has a viewportSize`);
    },
  );

  it.each([
    ['an event that never happens', 'avi:forge:upgraded:app', 'avi:forge:renewed:app', 'no event'],
    ['a category that does not exist', '- communication', '- gossip', 'no category gossip'],
    ['an icon that is not there', 'icons;wall.svg', 'icons;well.svg', 'well.svg'],
    ['an entry that is not there', 'widget: widget.html', 'widget: gone.html', 'gone.html'],
    ['a handler that is not there', 'index.setUp', 'index.setDown', 'setDown'],
    ['a missing scope for SQL', '    - storage:app\n', '', 'storage:app'],
    [
      'a scope too many',
      '- storage:app',
      '- storage:app\n    - write:page:confluence',
      'write:page',
    ],
    ['egress', 'permissions:', 'permissions:\n  external: { images: ["*"] }', 'data leave'],
    [
      'a weaker policy',
      'permissions:',
      'permissions:\n  content: { styles: [unsafe-inline] }',
      'weakens',
    ],
  ])('%s', async (_, from, to, said) => {
    change('manifest.yml', from, to);
    expect(await problems()).toContain(said);
  });

  it.each([
    ['a style in a page', '</body>', '<style></style></body>', 'inline'],
    ['a script from elsewhere', 'src="./', 'src="https://example.com/', 'outside'],
  ])('%s', async (_, from, to, said) => {
    change('static/social/widget.html', from, to);
    expect(await problems()).toContain(said);
  });

  it('a text of a module that is missing in one of the languages', async () => {
    change('locales/fr-FR.json', /"tooltip"/, '"tip"');
    expect(await problems()).toContain('fr-FR.json has no text thank-author.tooltip');
  });

  it('the bridge twice', async () => {
    const assets = join(app, 'static/social/assets');
    const bridge = readdirSync(assets).find((name) =>
      readFileSync(join(assets, name), 'utf8').includes('the Custom UI bridge'),
    );
    cpSync(join(assets, bridge ?? ''), join(assets, 'another.js'));
    expect(await problems()).toContain('@forge/bridge from 2 files');
  });
});
