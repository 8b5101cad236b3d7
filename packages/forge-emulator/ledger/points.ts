/**
 * The points that an app's calls of Confluence cost, and the quota of an hour:
 * https://developer.atlassian.com/cloud/confluence/rate-limiting/ (as of February 2026). A call is one
 * point. A question costs one more for each page or space in its answer, and two for each user, group
 * or permission; a write costs nothing more. All installations of an app share 65,000 points an hour.
 * Calls that a page makes by itself over the bridge cost none: they are the person's own traffic
 * (Atlassian's answer in https://community.developer.atlassian.com/t/2026-point-based-rate-limits/97828).
 */
import type { Clock } from '../clock/index.ts';
import { json } from '../gateway/response.ts';
import { Tally } from './tally.ts';

const HOUR = 3_600_000;
const MOST = 65_000;
/** Below this share of the quota the answers warn. */
const NEAR = 0.2;
const POLICY = 'global-app-quota';

const CORE = 1;
const IDENTITY = 2;

/** What one object in the answer costs; other answers cost what a core object does. */
const PRICES: readonly (readonly [route: RegExp, price: number])[] = [
  [/^GET \/rest\/api\/(user|group|search\/user)\b/, IDENTITY],
  [/^GET \/api\/v2\/spaces\/\{id\}\/permissions$/, IDENTITY],
  // Neither content nor people: what the caller may do, and what apps keep with a space.
  [/^GET \/api\/v2\/spaces\/\{id\}\/(operations|properties)\b/, 0],
];

export interface PointsOptions {
  /**
   * What each operation in the answer of `spaces/{id}/operations` costs. Atlassian's table names
   * permissions, which these are not in its API; a site can be described that counts them so.
   */
  readonly eachOperation?: number;
  /** Points of an hour; 65,000 unless told otherwise. */
  readonly most?: number;
}

/** The ledger of an app: what was asked and what it cost, until the full hour. */
export class Points {
  readonly tally: Tally;
  readonly #clock: Clock;
  readonly #options: PointsOptions;

  constructor(clock: Clock, options: PointsOptions = {}) {
    this.#clock = clock;
    this.#options = options;
    this.tally = new Tally(clock);
  }

  get most(): number {
    return this.#options.most ?? MOST;
  }

  /** Points of this hour so far. */
  get used(): number {
    return this.tally.since(this.#fullHour);
  }

  get #fullHour(): number {
    return Math.floor(this.#clock.now() / HOUR) * HOUR;
  }

  get #secondsLeft(): number {
    return Math.ceil((this.#fullHour + HOUR - this.#clock.now()) / 1000);
  }

  /** Lets a call through and writes down what it cost; or refuses it, until the full hour. */
  async charge(
    method: string,
    route: string,
    work: () => Response | Promise<Response>,
  ): Promise<Response> {
    const { used, most } = this;
    if (used >= most) return this.#refused();
    const response = await work();
    const cost = 1 + (method === 'GET' && response.ok ? await this.#objectsIn(route, response) : 0);
    this.tally.add(route, cost);
    const left = Math.max(0, most - used - cost);
    response.headers.set('ratelimit-policy', `"${POLICY}";q=${most};w=${HOUR / 1000}`);
    response.headers.set('ratelimit', `"${POLICY}";r=${left};t=${this.#secondsLeft}`);
    if (left < most * NEAR) response.headers.set('x-ratelimit-nearlimit', 'true');
    return response;
  }

  /** Uses points up at once, as other installations of the app do. */
  spend(amount: number): void {
    this.tally.add('elsewhere', amount);
  }

  async #objectsIn(route: string, response: Response): Promise<number> {
    const { eachOperation = 0 } = this.#options;
    const body = (await response.clone().json()) as { results?: unknown[]; operations?: unknown[] };
    if (route.endsWith('/operations')) return (body.operations ?? []).length * eachOperation;
    const price = PRICES.find(([pattern]) => pattern.test(route))?.[1] ?? CORE;
    return price * (body.results?.length ?? 1);
  }

  #refused(): Response {
    const reset = new Date(this.#fullHour + HOUR).toISOString();
    return json({ statusCode: 429, message: 'Rate limit exceeded' }, 429, {
      'retry-after': String(this.#secondsLeft),
      'ratelimit-reason': 'confluence-quota-global-based',
      ratelimit: `"${POLICY}";r=0;t=${this.#secondsLeft}`,
      'x-ratelimit-limit': String(this.most),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset,
    });
  }
}
