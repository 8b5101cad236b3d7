import { createContext } from '@lit/context';
import type { Community } from '@kantine/core';

/** Keyed across bundles: several may share one page. */
export const communityContext = createContext<Community | undefined>(
  Symbol.for('kantine.community'),
);
