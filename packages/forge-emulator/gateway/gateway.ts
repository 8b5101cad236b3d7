import type { Clock } from '../clock/index.ts';
import { NotImplementedError } from '../errors.ts';
import { strike, type Faults, type ServiceName } from '../faults/index.ts';
import type { Descriptor, Invocation, ServiceRequest } from '../runtime/index.ts';

export interface ServiceCall {
  readonly invocation: Invocation;
  readonly descriptor: Descriptor;
  readonly method: string;
  readonly path: string;
  readonly request: ServiceRequest;
}

export type Service = (call: ServiceCall) => Promise<Response>;

export type Services = Readonly<Record<Exclude<ServiceName, 'invoke'>, Service>>;

/** The way out of a function: finds the service that a package calls, and lets faults strike. */
export function createGateway(services: Services, faults: Faults, clock: Clock) {
  return async (
    invocation: Invocation,
    descriptor: Descriptor,
    path: string,
    request: ServiceRequest,
  ): Promise<Response> => {
    const method = (request.method ?? 'GET').toUpperCase();
    const name = serviceOf(descriptor, `${method} ${path}`);
    const fault = faults.take(name, `${method} ${path}`);
    const call = { invocation, descriptor, method, path, request };
    return strike(fault, name, clock, () => services[name](call));
  };
}

export type Gateway = ReturnType<typeof createGateway>;

/** `fpp` means a first-party product; Atlassian's own APIs answer there as `stargate`. */
function serviceOf({ type, remote }: Descriptor, line: string): Exclude<ServiceName, 'invoke'> {
  if (type === 'kvs') return 'kvs';
  if (type === 'realtime') return 'realtime';
  if (type === 'fpp' && remote === 'confluence') return 'confluence';
  if (type === 'fpp' && remote === 'stargate') return 'stargate';
  if (type === 'sql') return 'sql';
  throw new NotImplementedError(`${remote === undefined ? type : `${type} ${remote}`} (${line})`);
}

/** The JSON that a package sent along. */
export function bodyOf<Body>({ request }: ServiceCall): Body {
  if (typeof request.body !== 'string') throw new TypeError('The request has no JSON body.');
  return JSON.parse(request.body) as Body;
}
