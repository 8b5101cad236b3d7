/** Tries Confluence's REST API as the administrator who checks: scopes, the search, points. */
import { asUser, route } from '@forge/api';
import type { Route } from '@forge/api';
import { Throttled } from '@kantine/core';
import { wantsConsent } from '../access/index.ts';

/** An answer and what came with it. */
interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
}

export interface Tried {
  readonly answer: string;
  readonly detail?: string;
}

async function ask(path: Route): Promise<Answered> {
  const response = await asUser()
    .requestConfluence(path, { headers: { Accept: 'application/json' } })
    .catch((error: unknown) => {
      if (wantsConsent(error)) throw error;
      throw new Error('No answer.', { cause: error });
    });
  if (response.status === 429) throw new Throttled(60);
  const body = response.ok ? ((await response.json()) as unknown) : undefined;
  return { status: response.status, body, header: (name) => response.headers.get(name) };
}

function asked({ status }: Answered): Tried {
  const detail = String(status);
  if (status >= 500) return { answer: 'serverError', detail };
  // A request whose subject is not there was let through all the same.
  return { answer: status < 400 || status === 404 ? 'works' : 'refused', detail };
}

async function someSpace(): Promise<string> {
  const { body } = await ask(route`/wiki/api/v2/spaces?limit=1`);
  const { results = [] } = (body ?? {}) as {
    readonly results?: readonly { readonly id: string }[];
  };
  return results[0]?.id ?? '1';
}

const operationsIn = (space: string): Promise<Answered> =>
  ask(route`/wiki/api/v2/spaces/${space}/operations`);

export const tryRights = async (): Promise<Tried> => asked(await operationsIn(await someSpace()));

export async function tryPeople(): Promise<Tried> {
  const people = asked(await ask(route`/wiki/rest/api/user/current`));
  return people.answer === 'serverError' ? { ...people, answer: 'refused' } : people;
}

/** Nobody's name begins like this, so that the answer tells of nobody. */
export const trySearch = async (): Promise<Tried> =>
  asked(await ask(route`/wiki/rest/api/search/user?cql=${'user.fullname~"zzqx*"'}&limit=1`));

/** The points that are left, as `RateLimit: "…";r=64996;t=3600` says; before March 2026 with Beta- in front. */
function pointsIn({
  header,
}: Answered): { readonly left: number; readonly text: string } | undefined {
  const text = header('ratelimit') ?? header('beta-ratelimit') ?? '';
  const left = /(?:^|;)\s*r=(\d+)/.exec(text)?.[1];
  const policy = header('ratelimit-policy') ?? header('beta-ratelimit-policy') ?? '';
  return left === undefined ? undefined : { left: Number(left), text: `${policy} ${text}`.trim() };
}

export async function tryPoints(): Promise<Tried> {
  const points = pointsIn(await operationsIn(await someSpace()));
  return points ? { answer: 'told', detail: points.text } : { answer: 'missing' };
}

/** Others use points at the same time, so that the least of several differences counts. */
export async function tryCost(): Promise<Tried> {
  const space = await someSpace();
  const left: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    const points = pointsIn(await operationsIn(space));
    if (!points) return { answer: 'unknown' };
    left.push(points.left);
  }
  const costs = left.slice(1).map((each, at) => (left[at] ?? 0) - each);
  const cost = Math.min(...costs.filter((each) => each > 0));
  if (!Number.isFinite(cost)) return { answer: 'unknown' };
  return { answer: cost === 1 ? 'one' : 'more', detail: `points=${cost}` };
}
