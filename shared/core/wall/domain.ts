/** The wall of a group: posts, comments, reactions, and until when one has read. */
import { readWall } from './read-page.ts';

export const operations = { read: readWall };

/** Everything but the first posts. */
export const further = () => import(/* webpackChunkName: 'wall-further' */ './further.ts');
