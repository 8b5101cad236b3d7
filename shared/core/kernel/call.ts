/** Calls of operations by name, as they travel from a page to where the community runs. */
import type { Source } from './operation.ts';

/** A request as plain data. */
export interface OperationRequest {
  /** `<domain>.<operation>` */
  readonly operation: string;
  readonly input: unknown;
  /** A random id of this call; the changes that a command announces carry it. */
  readonly origin?: string | undefined;
}

/** Where an answer comes from, as plain data: names of collections and their containers. */
export type SourceName = readonly [collection: string, container: string];

/** Tells what the answer depends on, as soon as that is known; commands depend on nothing. */
export type TellSources = (sources: readonly SourceName[]) => void;

/** Runs one operation, its input checked at the door. @throws KantineError */
export type Call = (request: OperationRequest, tell: TellSources) => Promise<unknown>;

export const sourceName = ([collection, container]: Source): SourceName => [
  typeof collection === 'string' ? collection : collection.name,
  container,
];
