/**
 * The sites that one running function serves. All state from one call to the next belongs to an
 * installation, which is in one site: rights, names, tokens, how full the database is, that it is migrated.
 */
import { getAppContext } from '@forge/api';
import { openInstance } from './instance.ts';
import type { Instance, InstanceOptions } from './instance.ts';

/** One process serves a few sites at a time; what is kept of one that was dropped is asked for again. */
const mostSites = 100;

/** The site that the function runs for now, as the runtime says; nothing of it comes from a call. */
function siteOfRuntime(): string {
  const { installationAri, installation } = getAppContext();
  const clouds = installation?.contexts.map(({ cloudId }) => cloudId ?? '') ?? [];
  return JSON.stringify([installationAri.installationId, ...clouds]);
}

/** @returns what finds the instance of the site that the function runs for. */
export function openSites(options: InstanceOptions): () => Instance {
  const sites = new Map<string, Instance>();
  return () => {
    const name = siteOfRuntime();
    const known = sites.get(name);
    if (known) return known;
    const [first] = sites.keys();
    if (first !== undefined && sites.size >= mostSites) sites.delete(first);
    const opened = openInstance(options);
    sites.set(name, opened);
    return opened;
  };
}
