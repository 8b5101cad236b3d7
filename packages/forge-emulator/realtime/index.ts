export { Realtime, type ChannelOptions } from './realtime.ts';
