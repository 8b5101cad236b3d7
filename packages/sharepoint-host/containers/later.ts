/** Most pages show open groups alone; what closed ones take is fetched when it is needed. */
import { Offline } from '@kantine/core';
import type { Directory, Identity } from '@kantine/core';
import type { Site } from '../setup/index.ts';
import type { ClosedContainers } from './closed.ts';

export type Closed = () => Promise<ClosedContainers>;

export function closedLater(site: Site, identity: Identity, directory: Directory): Closed {
  let asked: Promise<ClosedContainers> | undefined;
  return () =>
    (asked ??= import(/* webpackChunkName: 'closed-groups' */ './closed.ts').then(
      ({ closedContainers }) => closedContainers(site, identity, directory),
      (error: unknown) => {
        asked = undefined;
        throw new Offline({ cause: error });
      },
    ));
}
