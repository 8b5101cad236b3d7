/** The facade that widgets talk to: `community.<domain>.<operation>(input)`. */
import type { Call, SourceName } from './call.ts';
import type { Changes } from './changes.ts';
import type { CallOptions, Methods } from './operation.ts';
import type { Ids } from './ports.ts';

/** Queries, commands and changes, for one signed-in person. */
export type Facade<Domains> = { readonly [Name in keyof Domains]: Methods<Domains[Name]> } & {
  /** Names this community among all that pages of one origin may hold. */
  readonly site: string;
  /** Calls back after somebody wrote something, oneself included. @returns the function that ends it. */
  subscribe(listener: Parameters<Changes['subscribe']>[0]): () => void;
  /** A key for a new draft, made once and kept until the write is confirmed; also an id for a call. */
  newKey(): string;
  /**
   * The same community, which tells what the answers to its queries depend on.
   * @param tell is called once for each query, at the latest with its answer.
   */
  observed(tell: (sources: readonly SourceName[]) => void): Facade<Domains>;
};

export interface FacadeParts {
  readonly site: string;
  readonly call: Call;
  readonly changes: Changes;
  readonly ids: Ids;
}

type Run = (input?: unknown, options?: CallOptions) => Promise<unknown>;

/**
 * Whether callers may mean a domain or an operation. Everything else is what the language and libraries
 * look for in any object: a promise has a `then`, JSON a `toJSON`, Lit's directives a name with signs.
 */
const isName = (name: string | symbol): name is string =>
  typeof name === 'string' &&
  /^[a-z][A-Za-z]*$/.test(name) &&
  !(name in Object.prototype) &&
  !['then', 'toJSON'].includes(name);

/** An object whose every member is made on first use: nobody keeps a list of names. */
function membersOnDemand<Member>(make: (name: string) => Member): Readonly<Record<string, Member>> {
  const made: Record<string, Member> = {};
  return new Proxy(made, {
    get: (target, name): unknown =>
      isName(name) ? (target[name] ??= make(name)) : Reflect.get(target, name),
  });
}

/** Builds the facade over anything that runs operations by name. */
export function facadeOver<Domains>(
  { call, changes, ids, site }: FacadeParts,
  tell: (sources: readonly SourceName[]) => void = () => undefined,
): Facade<Domains> {
  const domains = membersOnDemand((domain) =>
    membersOnDemand<Run>((operation) => (input, options = {}) => {
      const { origin = ids.next() } = options;
      return call({ operation: `${domain}.${operation}`, input: input ?? {}, origin }, tell);
    }),
  );
  const own = {
    site,
    subscribe: (listener: Parameters<Changes['subscribe']>[0]) => changes.subscribe(listener),
    newKey: () => ids.next(),
    observed: (told: typeof tell) => facadeOver<Domains>({ call, changes, ids, site }, told),
  };
  return new Proxy(own, {
    get: (target, name): unknown =>
      Object.hasOwn(target, name) || !isName(name) ? Reflect.get(target, name) : domains[name],
  }) as unknown as Facade<Domains>;
}
