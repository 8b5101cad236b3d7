/**
 * Built modules without the comments that only their source needs: what an operation promises stands in its
 * declaration file. The marks of pure calls for bundlers stay.
 */
import { transformSync } from 'esbuild';
import { changeModules } from './built-modules.ts';

const withoutComments = (code: string): string =>
  transformSync(code, { format: 'esm', target: 'es2022', legalComments: 'none', charset: 'utf8' })
    .code;

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say which folder: compact-js.ts <folder>.');
changeModules(folder, withoutComments);
