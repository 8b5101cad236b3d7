/** A network that fails on request, between the app's functions and Atlassian's services. */
import type { Fault, FaultTarget } from '@kantine/host-contract';

export interface Network {
  inject(fault: Fault): void;
  heal(): void;
  /** From now on each request to the database may be refused, or lose its answer. */
  disturb(strike: () => 'refused' | 'lost' | undefined): void;
  /** From now on the database says that it holds this many bytes: nobody waits for that many rows. */
  fill(bytes: number): void;
  /** Requests to Confluence that were sent so far. */
  confluenceCalls(): number;
  /** Statements that were sent so far. */
  statements(): number;
  close(): void;
}

interface Descriptor {
  readonly type: string;
}

interface Init {
  readonly body?: string;
}

type Fetch = (descriptor: Descriptor, path: string, init?: Init) => Promise<Response>;

const globals = globalThis as {
  __forge_fetch__?: Fetch;
  /** Of the function that runs. */
  readonly __forge_runtime__?: { readonly cloudId: string };
};

/** The port that a request belongs to; realtime and the rights in spaces belong to none. */
function targetOf({ type }: Descriptor, path: string, init: Init): FaultTarget | undefined {
  if (type === 'sql') {
    const { query } = JSON.parse(init.body ?? '{}') as { query: string };
    return /^\s*select/i.test(query) ? 'read' : 'write';
  }
  return /user\/bulk|search\/user/.test(path) ? 'directory' : undefined;
}

const isMeasure = ({ type }: Descriptor, { body = '' }: Init): boolean =>
  type === 'sql' && body.includes('information_schema.tables');

function refused(retryAfterSeconds: number): Response {
  const body = { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests.' };
  const headers = { 'Retry-After': `${retryAfterSeconds}` };
  return Response.json(body, { status: 429, headers });
}

const told = (bytes: number): Response =>
  Response.json({ rows: [{ name: 'posts', row_count: 4_000_000, bytes }] });

/** @param cloudId the only site whose database a measure is about; every site unless told otherwise */
export function openNetwork(cloudId?: string): Network {
  const send = globals.__forge_fetch__ as Fetch;
  let pending: Fault[] = [];
  let statements = 0;
  let confluenceCalls = 0;
  let bytes: number | undefined;
  let strike: () => 'refused' | 'lost' | undefined = () => undefined;
  const lost = (): TypeError => new TypeError('fetch failed');
  globals.__forge_fetch__ = async (descriptor, path, init = {}) => {
    const target = targetOf(descriptor, path, init);
    const fault = pending.find(({ on }) => on === target);
    if (fault && fault.kind !== 'offline') pending = pending.filter((each) => each !== fault);
    if (fault?.kind === 'offline' || fault?.kind === 'fail-once') throw lost();
    if (fault?.kind === 'throttled') return refused(fault.retryAfterSeconds);
    const chance = descriptor.type === 'sql' ? strike() : undefined;
    if (chance === 'refused') return refused(1);
    const isHere = cloudId === undefined || globals.__forge_runtime__?.cloudId === cloudId;
    if (bytes !== undefined && isHere && isMeasure(descriptor, init)) return told(bytes);
    if (descriptor.type === 'sql') statements += 1;
    if (descriptor.type === 'fpp') confluenceCalls += 1;
    const response = await send(descriptor, path, init);
    if (fault?.kind === 'answer-lost' || chance === 'lost') throw lost();
    return response;
  };
  return {
    inject: (fault) => void pending.push(fault),
    heal: () => void (pending = []),
    disturb: (next) => void (strike = next),
    fill: (held) => void (bytes = held),
    confluenceCalls: () => confluenceCalls,
    statements: () => statements,
    close: () => void (globals.__forge_fetch__ = send),
  };
}
