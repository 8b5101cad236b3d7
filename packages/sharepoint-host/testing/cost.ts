/** What a page asks SharePoint for. */
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { expect } from 'vitest';
import type { Actor, Organisation } from './organisation.ts';

export interface Cost {
  /** Batches: who signed in, and a digest to write with, are asked beside. */
  requests: number;
  operations: number;
}

/** A fresh page of somebody, and what it has asked for so far. */
export function countedPage(
  organisation: Organisation,
  actor: Actor,
): { readonly page: Community; readonly cost: Cost } {
  const cost = { requests: 0, operations: 0 };
  const { fetch } = organisation.contextOf(actor);
  const host = organisation.hostOf(actor, {
    fetch: async (url, init) => {
      if (url.endsWith('$batch')) cost.requests += 1;
      const body = typeof init.body === 'string' ? init.body : '';
      cost.operations += body.match(/^(?:GET|POST) .* HTTP\/1\.1$/gm)?.length ?? 1;
      return fetch?.(url, init) ?? expect.fail();
    },
  });
  return { page: createCommunity(host), cost };
}
