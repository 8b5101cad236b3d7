import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from './chromium.ts';
import { ensureChromium, findProgram, mariadbPrograms } from './machine.mjs';
import { makeData } from './mariadb.ts';

describe('the Chromium that the set-up finds', () => {
  it('is the one that the tests start', () => {
    expect(launchOptions.executablePath).toBe(ensureChromium());
  });
});

describe('the programs of MariaDB that the set-up looks for', () => {
  let installation: string;
  beforeEach(() => {
    installation = mkdtempSync(join(tmpdir(), 'kantine-programs-'));
  });
  afterEach(() => rmSync(installation, { recursive: true }));

  const pathOf = (program: string): string => findProgram(program) ?? `no ${program}`;

  /** An installation that has these programs and no other. */
  function install(programs: readonly string[]): void {
    for (const folder of ['bin', 'sbin']) mkdirSync(join(installation, folder));
    const words = join(dirname(pathOf('mariadb-install-db')), '../share');
    symlinkSync(words, join(installation, 'share'));
    for (const program of programs) {
      const folder = program === 'mariadbd' ? 'sbin' : 'bin';
      symlinkSync(pathOf(program), join(installation, folder, program));
    }
  }

  const makeDataThere = (): void =>
    makeData([
      '--no-defaults',
      `--user=${userInfo().username}`,
      `--basedir=${installation}`,
      `--datadir=${join(installation, 'data')}`,
    ]);

  it('are enough to make the folder of a server', () => {
    install(mariadbPrograms);
    expect(makeDataThere).not.toThrow();
  });

  // The tests call this one themselves.
  const startedByIt = mariadbPrograms.filter((program) => program !== 'mariadb-install-db');
  it.each(startedByIt)('are all needed: not without %s', (missing) => {
    install(mariadbPrograms.filter((program) => program !== missing));
    expect(makeDataThere).toThrow(missing);
  });
});
