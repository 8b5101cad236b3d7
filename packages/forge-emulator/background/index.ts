export { Deliveries, type BackgroundFailure } from './deliveries.ts';
export { Queues } from './queues.ts';
export { fire, hasListener, runScheduled, type ForgeEvent } from './triggers.ts';
