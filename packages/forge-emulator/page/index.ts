export { createCdn } from './cdn.ts';
export { Pages } from './page.ts';
export { Resources } from './resources.ts';
export { createSiteServer } from './site-server.ts';
export type { Chrome, DrawChrome } from './html.ts';
