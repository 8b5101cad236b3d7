/** Makes the row of an open group's container. */
import { Forbidden, isGroup } from '@kantine/core';
import type { ContainerId, Identity } from '@kantine/core';
import { columns, digestOf, listNames, listPath } from '../schema/index.ts';
import { asForbidden, duplicateCode, get, hasCode, post } from '../wire/index.ts';
import type { Environment, Wire } from '../wire/index.ts';

interface Registering {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly identity: Identity;
}

/**
 * Each maker has a row of their own, also where others wrote one for the same container: a person who takes
 * another's row away takes no group away. To make it again changes nothing.
 * @throws Forbidden
 */
export async function register(
  { environment, wire, identity }: Registering,
  container: ContainerId,
): Promise<void> {
  if (!isGroup(container)) throw new Forbidden(container);
  const items = `${listPath(environment.webUrl, listNames.registry)}/items`;
  const slot = await digestOf('container', container);
  const own = `AuthorId eq ${await identity.me()} and ${columns.slot} eq '${slot}'`;
  try {
    const rows = await wire.send<readonly unknown[]>(
      get(`${items}?$select=Id&$filter=${encodeURIComponent(own)}&$top=1`),
    );
    if (rows.length > 0) return;
    await wire.send(
      post(items, { [columns.slot]: slot, [columns.key]: JSON.stringify(container) }),
    );
  } catch (error) {
    // On a site that waits for its update the column takes each value once: somebody made the row already.
    if (!hasCode(error, duplicateCode)) throw asForbidden(error, container);
  }
}
