export { contentOf, fileAt, fileEntity } from './file.ts';
export { folderEntity } from './folder.ts';
export { listOfPath, rowAt } from './store.ts';
