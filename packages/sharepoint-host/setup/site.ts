/** What setting up works on: one site, and what its lists are derived from. */
import type { Collection } from '@kantine/core';
import { listPath, listPathById } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import type { Environment, Wire } from '../wire/index.ts';

export interface Site {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly collections: readonly Collection[];
  /** Called after each step of a run that somebody waits for. */
  readonly stepDone?: () => void;
}

/** The path of a list below `_api/`. */
export const pathOf = (
  { environment }: Pick<Site, 'environment'>,
  { name, id }: Pick<ListSpec, 'name' | 'id'>,
): string => (id === undefined ? listPath(environment.webUrl, name) : listPathById(id));
