/**
 * Built modules without the comments that only their source needs: what an operation promises stands in its
 * declaration file. The marks of pure calls for bundlers stay. What a collection is kept for is read in its
 * source, by people: of that text there is left that it is there.
 */
import { transformSync } from 'esbuild';
import { changeModules } from './built-modules.ts';

const forPeople = /(?<=\bprivacy: \{)\s*purpose: "[^"]*",/g;

const compact = (code: string): string =>
  transformSync(code, {
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
  }).code.replaceAll(forPeople, 'purpose:"-",');

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say which folder: compact-js.ts <folder>.');
changeModules(folder, compact);
