/** What setting up works on: one site, and what its lists are derived from. A page begins with less. */
import type { Collection } from '@kantine/core';
import { listPath, listPathById } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import type { Environment, Wire } from '../wire/index.ts';

/** A site as every page knows it. */
export interface Page {
  readonly environment: Environment;
  readonly wire: Wire;
}

/** Fetches what the lists are derived from. */
export type FetchSite = () => Promise<Site>;

export interface Site extends Page {
  readonly collections: readonly Collection[];
  /** Called after each step of a run that somebody waits for. */
  readonly stepDone?: () => void;
}

/** The path of a list below `_api/`. */
export const pathOf = (
  { environment }: Pick<Site, 'environment'>,
  { name, id }: Pick<ListSpec, 'name' | 'id'>,
): string => (id === undefined ? listPath(environment.webUrl, name) : listPathById(id));
