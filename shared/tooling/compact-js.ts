/**
 * Built modules without the comments that only their source needs: what an operation promises stands in its
 * declaration file. The marks of pure calls for bundlers stay. What a collection is kept for and who reads it is
 * read in its source, by people: of those texts there is left that they are there.
 */
import { transformSync } from 'esbuild';
import { changeModules } from './built-modules.ts';

const forPeople = /(?<=\bprivacy: \{)\s*purpose: "[^"]*",\s*readers: "[^"]*",/g;

const compact = (code: string): string =>
  transformSync(code, {
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
  }).code.replaceAll(forPeople, 'purpose:"-",readers:"-",');

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say which folder: compact-js.ts <folder>.');
changeModules(folder, compact);
