/** A host whose network fails on request, for tests of everything that must survive that. */
import { Offline, Throttled } from './kernel/errors.ts';
import type { Host } from './kernel/ports.ts';
import type { Upkeep } from './kernel/upkeep.ts';

/** Which requests a fault strikes: questions to the store, writes to it, questions to the directory. */
export type FaultTarget = 'read' | 'write' | 'directory';

export type Fault =
  /** No request arrives, until the plan is healed. */
  | { readonly kind: 'offline'; readonly on: FaultTarget }
  /** The next request does not arrive. */
  | { readonly kind: 'fail-once'; readonly on: FaultTarget }
  /** The next write happens, but its answer does not arrive. */
  | { readonly kind: 'answer-lost'; readonly on: 'write' }
  /** The next request is refused: come back later. */
  | { readonly kind: 'throttled'; readonly on: FaultTarget; readonly retryAfterSeconds: number };

/** What goes wrong next. */
export interface FaultPlan {
  /** @param passing how many requests of this target still pass before it strikes. */
  inject(fault: Fault, passing?: number): void;
  /** From now on nothing goes wrong. */
  heal(): void;
  /** Makes a request, unless a fault strikes it. @throws Offline, Throttled */
  request<T>(target: FaultTarget, send: () => Promise<T>): Promise<T>;
}

export function faultPlan(): FaultPlan {
  let pending: { fault: Fault; passing: number }[] = [];
  return {
    inject: (fault, passing = 0) => void pending.push({ fault, passing }),
    heal: () => void (pending = []),
    request: async (target, send) => {
      const next = pending.find(({ fault }) => fault.on === target);
      if (!next || next.passing-- > 0) return send();
      const { fault } = next;
      if (fault.kind === 'offline') next.passing = 0;
      else pending = pending.filter((other) => other !== next);
      if (fault.kind === 'throttled') throw new Throttled(fault.retryAfterSeconds);
      if (fault.kind === 'answer-lost') await send();
      throw new Offline();
    },
  };
}

/** @returns the same host, behind a network that fails as planned. */
export function faultyHost(host: Host, { request }: FaultPlan): Host {
  const { store, directory, containers } = host;
  return {
    ...host,
    store: {
      insert: (...args) => request('write', () => store.insert(...args)),
      update: (...args) => request('write', () => store.update(...args)),
      remove: (...args) => request('write', () => store.remove(...args)),
      read: (queries) => request('read', () => store.read(queries)),
    },
    containers: {
      create: (container) => request('write', () => containers.create(container)),
      founders: (wanted) => request('read', () => containers.founders(wanted)),
      rights: (wanted) => request('read', () => containers.rights(wanted)),
      audience: (...args) => request('read', () => containers.audience(...args)),
      createClosed: (...args) => request('write', () => containers.createClosed(...args)),
      joined: () => request('read', () => containers.joined()),
      members: (container) => request('read', () => containers.members(container)),
      admit: (...args) => request('write', () => containers.admit(...args)),
      expel: (...args) => request('write', () => containers.expel(...args)),
      asks: (container) => request('read', () => containers.asks(container)),
      endAsk: (container) => request('write', () => containers.endAsk(container)),
      askToJoin: (...args) => request('write', () => containers.askToJoin(...args)),
      joinsAsked: () => request('read', () => containers.joinsAsked()),
      endJoin: (...args) => request('write', () => containers.endJoin(...args)),
      passOn: (...args) => request('write', () => containers.passOn(...args)),
      requests: () => request('read', () => containers.requests()),
      approve: (...args) => request('write', () => containers.approve(...args)),
      endRequest: (...args) => request('write', () => containers.endRequest(...args)),
    },
    directory: {
      people: (...args) => request('directory', () => directory.people(...args)),
      search: (text, limit) => request('directory', () => directory.search(text, limit)),
      find: (...args) => request('directory', () => directory.find(...args)),
      choose: (id) => request('directory', () => directory.choose(id)),
    },
  };
}

/** @returns the same upkeep, behind a network that fails as planned. */
export function faultyUpkeep(upkeep: Upkeep, { request }: FaultPlan): Upkeep {
  return {
    purge: (...args) => request('write', () => upkeep.purge(...args)),
    blank: (...args) => request('write', () => upkeep.blank(...args)),
    scan: (...args) => request('read', () => upkeep.scan(...args)),
  };
}
