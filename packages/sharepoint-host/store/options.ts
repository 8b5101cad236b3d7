/** What the store is made of. */
import type { Change, Identity } from '@kantine/core';
import type { Closed } from '../containers/later.ts';
import type { Journal } from '../changes/index.ts';
import type { Registry } from '../registry/index.ts';
import type { Environment, Wire } from '../wire/index.ts';
import type { Shortfall } from './lacking.ts';

export interface StoreOptions {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly closed: Closed;
  readonly shortfall: Shortfall;
  readonly journal: Journal;
  readonly changed: (change: Change) => void;
}
