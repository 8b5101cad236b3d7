import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_APP } from '../testing/office.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './read.ts';
import { readTranslations } from './translations.ts';

const title = { i18n: 'board.title' };

describe('the texts of a manifest', () => {
  const { say } = readTranslations(SAMPLE_APP, readManifest(SAMPLE_APP));

  it.each([
    ['of a locale', 'en-US', 'Notes'],
    ['of another, whose file has the key as it is', 'de-DE', 'Notizen'],
    ['of a locale that falls back on one', 'pt-BR', 'Notes de page'],
    ['of a locale that the app does not have', 'ja-JP', 'Notes'],
  ])('are those %s', (_, locale, text) => {
    expect(say(title, locale)).toBe(text);
  });

  it('are the default ones where a language lacks one', () => {
    expect(say({ i18n: 'board.description' }, 'de-DE')).toBe('Notes on a page');
  });

  it('stay what they are where they are no keys', () => {
    expect(say('Polls', 'de-DE')).toBe('Polls');
    expect(say(undefined, 'de-DE')).toBeUndefined();
  });
});

describe('a manifest whose texts are not there', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forge-texts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const manifest = (path: string): Manifest => ({
    app: { id: 'one' },
    modules: { macro: [{ key: 'board', title }] },
    translations: { resources: [{ key: 'en-US', path }], fallback: { default: 'en-US' } },
  });

  it('is refused without the file', () => {
    expect(() => readTranslations(folder, manifest('en.json'))).toThrow('en.json');
  });

  it('is refused without the key in the default locale', () => {
    writeFileSync(join(folder, 'en.json'), '{ "board": {} }');
    expect(() => readTranslations(folder, manifest('en.json'))).toThrow('board.title');
  });

  it('is refused without translations', () => {
    const { app, modules } = manifest('en.json');
    expect(() => readTranslations(folder, { app, modules })).toThrow('board.title');
  });
});
