/** Kantine's own functions, with the clock of the story. */
import { makeResolver } from '@forge/resolver';
import { openKantine } from '@kantine/confluence-host';
import { stage } from './stage.ts';

// Two months are written in a moment: nobody here is limited as a person is.
const kantine = openKantine({
  isPaced: false,
  now: () => stage.now(),
  wait: () => Promise.resolve(),
});

/** @public named in manifest.yml */
export const resolver = makeResolver({ kantine: kantine.resolve as (request: object) => object });
/** @public named in manifest.yml */
export const setUp = (): Promise<void> => kantine.setUp();
