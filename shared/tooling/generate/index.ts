export { entryCode } from './code.ts';
export { formattedFiles, header, outdated, withBlock, write } from './files.ts';
export type { Generated } from './files.ts';
export { readRegistry } from './registry.ts';
