/** Most pages show open groups alone; what closed ones take is fetched when it is needed. */
import { Offline } from '@kantine/core';
import type { Directory, Identity } from '@kantine/core';
import type { FetchSite } from '../setup/index.ts';
import type { ClosedContainers } from './closed.ts';

export type Closed = () => Promise<ClosedContainers>;

export function closedLater(site: FetchSite, identity: Identity, directory: Directory): Closed {
  let asked: Promise<ClosedContainers> | undefined;
  return () =>
    (asked ??= Promise.all([
      import(/* webpackChunkName: 'closed-groups' */ './closed.ts'),
      site(),
    ]).then(
      ([{ closedContainers }, known]) => closedContainers(known, identity, directory),
      (error: unknown) => {
        asked = undefined;
        throw new Offline({ cause: error });
      },
    ));
}
