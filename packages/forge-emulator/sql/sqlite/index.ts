export { embeddedEngine } from './engine.ts';
