export { recycleBin } from './recycle-bin.ts';
export { recycleItem, recycleList } from './store.ts';
