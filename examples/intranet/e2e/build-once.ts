/** What end-to-end tests open, built from the sources as they are before the first of them runs. */
import { join } from 'node:path';
import { ensureApp } from '@kantine/confluence-app/ensure';
import { ensurePackage } from '@kantine/sharepoint-webparts/ensure';
import { build } from 'vite';

export default async function buildOnce(): Promise<void> {
  await ensurePackage();
  ensureApp();
  await build({ root: join(import.meta.dirname, '..'), logLevel: 'error' });
}
