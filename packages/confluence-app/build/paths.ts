import { join } from 'node:path';

export const packageRoot = join(import.meta.dirname, '..');
/** The folder in which `forge deploy` is the only step left. */
export const appFolder = join(packageRoot, 'app');
export const manifestFile = join(appFolder, 'manifest.yml');
