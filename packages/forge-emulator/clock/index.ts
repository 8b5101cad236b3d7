export { sleep, systemClock, type Clock } from './clock.ts';
export { ManualClock } from './manual.ts';
