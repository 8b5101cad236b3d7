/** What the store is made of. */
import type { Change, Identity } from '@kantine/core';
import type { Closed } from '../containers/later.ts';
import type { Journal } from '../changes/index.ts';
import type { Registry } from '../registry/index.ts';
import type { Environment, Wire } from '../wire/index.ts';
import type { TakeNote } from './observed.ts';
import type { Shortfall } from './lacking.ts';

export interface StoreOptions {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly closed: Closed;
  readonly shortfall: Shortfall;
  readonly journal: Journal;
  readonly people: {
    /** Rows are read whose authors will be shown. */
    expect(): void;
    /** Takes note of the names that come with rows. */
    readonly named: TakeNote;
  };
  readonly changed: (change: Change) => void;
}
