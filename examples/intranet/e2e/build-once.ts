/**
 * What end-to-end tests open: built from the sources as they are, and an intranet that the small company moved
 * into. Both before the first of them runs.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureApp } from '@kantine/confluence-app/ensure';
import { ensurePackage } from '@kantine/sharepoint-webparts/ensure';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of an intranet that the small company moved into, which a test copies. */
    readonly movedIn: string;
  }
}

export default async function buildOnce({ provide }: TestProject): Promise<() => Promise<void>> {
  await ensurePackage();
  ensureApp();
  await build({ root: join(import.meta.dirname, '..'), logLevel: 'error' });
  const folder = await mkdtemp(join(tmpdir(), 'kantine-moved-in-'));
  // What runs before tests knows no sources of the workspace; Node does.
  const program = join(import.meta.dirname, 'move-in.ts');
  await promisify(execFile)(process.execPath, ['--conditions=@kantine/source', program, folder]);
  provide('movedIn', folder);
  return () => rm(folder, { recursive: true });
}
