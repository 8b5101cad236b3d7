/**
 * A property of a space says whether Kantine is enabled there. Confluence shows and hides modules by it
 * (`displayConditions`); access depends on the database alone.
 */
import { route } from '@forge/api';
import { askConfluence } from './confluence.ts';
import type { Asker } from './confluence.ts';

const key = 'kantine';

interface Property {
  readonly id: string;
}

/** The property is there exactly where Kantine is enabled. For administrators of the space. */
export async function showInSpace(asker: Asker, space: string, isEnabled: boolean): Promise<void> {
  if (isEnabled) {
    const body = { key, value: { enabled: true } };
    await askConfluence(asker, route`/wiki/api/v2/spaces/${space}/properties`, {
      method: 'POST',
      body,
    });
    return;
  }
  const found = await askConfluence<{ results: readonly Property[] }>(
    asker,
    route`/wiki/api/v2/spaces/${space}/properties?key=${key}`,
  );
  for (const { id } of found?.results ?? []) {
    const at = route`/wiki/api/v2/spaces/${space}/properties/${id}`;
    await askConfluence(asker, at, { method: 'DELETE' });
  }
}
