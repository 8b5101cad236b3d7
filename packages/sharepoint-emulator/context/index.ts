export { absolute, apiRoot, type Context, type ODataRequest } from './context.ts';
export { newGuid, timestamp, type Farm } from './farm.ts';
