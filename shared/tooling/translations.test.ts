import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortId } from '../elements/locale/short-id.ts';

const elements = join(import.meta.dirname, '../elements');
const languages = ['de', 'fr', 'nl'];
let folder: string;

/** Collects the words anew, beside a copy of the translations. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kantine-words-'));
  cpSync(join(elements, 'locale/xliff'), join(folder, 'xliff'), { recursive: true });
  const path = join(elements, 'lit-localize.json');
  const config = JSON.parse(readFileSync(path, 'utf8')) as {
    tsConfig: string;
    output: { outputDir: string; localeCodesModule: string };
    interchange: { xliffDir: string };
  };
  config.tsConfig = join(elements, 'tsconfig.json');
  config.output.outputDir = join(folder, 'generated');
  config.output.localeCodesModule = join(folder, 'generated/locale-codes.ts');
  config.interchange.xliffDir = join(folder, 'xliff');
  const configFile = join(folder, 'lit-localize.json');
  writeFileSync(configFile, JSON.stringify(config));
  const require = createRequire(import.meta.url);
  const tool = join(require.resolve('@lit/localize-tools/package.json'), '../bin/lit-localize.js');
  const run = spawnSync(process.execPath, [tool, 'extract', '--config', configFile]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  // It compiles the elements, on a machine that may be busy.
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

const units = (file: string): string[] =>
  readFileSync(file, 'utf8').match(/<trans-unit [^]*?<\/trans-unit>/g) ?? [];

const idOf = (unit: string): string => /id="([^"]+)"/.exec(unit)?.[1] ?? '';

describe.each(languages)('the words in %s', (language) => {
  it('are those that the elements use, all translated; npm run localize collects new ones', () => {
    const collected = units(join(folder, 'xliff', `${language}.xlf`));
    expect(collected.length).toBeGreaterThan(100);
    expect(collected.filter((unit) => !unit.includes('<target>'))).toEqual([]);
  });

  it('are the ones that the page loads', () => {
    const generated = readFileSync(join(elements, `locale/generated/${language}.ts`), 'utf8');
    const collected = units(join(folder, 'xliff', `${language}.xlf`)).map(idOf);
    expect(collected.filter((id) => !generated.includes(`  ${shortId(id)}:`))).toEqual([]);
    expect(new Set(collected.map(shortId)).size).toBe(collected.length);
  });

  it('keep every placeholder of the English ones', () => {
    for (const unit of units(join(folder, 'xliff', `${language}.xlf`))) {
      const [source = '', target = ''] = ['source', 'target'].map(
        (part) => new RegExp(`<${part}>([^]*?)</${part}>`).exec(unit)?.[1] ?? '',
      );
      const placeholders = (text: string): string[] => (text.match(/<x id="\d"/g) ?? []).sort();
      expect(placeholders(target), target).toEqual(placeholders(source));
    }
  });
});
