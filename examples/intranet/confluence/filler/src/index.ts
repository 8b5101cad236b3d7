/** Kantine's own functions, with the clock of the story. */
import { makeResolver } from '@forge/resolver';
import { openKantine } from '@kantine/confluence-host';
import { stage } from './stage.ts';

const kantine = openKantine({ now: () => stage.now(), wait: () => Promise.resolve() });

/** @public named in manifest.yml */
export const resolver = makeResolver({ kantine: kantine.resolve as (request: object) => object });
/** @public named in manifest.yml */
export const setUp = (): Promise<void> => kantine.setUp();
