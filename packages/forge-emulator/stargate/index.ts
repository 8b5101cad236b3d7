export { createStargate } from './stargate.ts';
