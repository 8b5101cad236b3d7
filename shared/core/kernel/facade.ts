/** The facade that widgets talk to: `community.<domain>.<operation>(input)`. */
import type { Call, SourceName } from './call.ts';
import type { Changes } from './changes.ts';
import type { CallOptions, Methods } from './operation.ts';
import type { Ids } from './ports.ts';

/** What a facade has beside its domains. */
interface Own<Domains extends PlainlyNamed<Domains>> {
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
}

/** Whether a text has letters alone. Only letters have two cases. */
type IsLetters<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? Uppercase<First> extends Lowercase<First>
    ? false
    : IsLetters<Rest>
  : true;

/** What the language and libraries look for in any object. */
type Taken = keyof typeof Object.prototype | 'constructor' | 'then' | 'toJSON';

/** A name in camelCase, of letters alone, that nothing else of an object has. */
type Plain<Name, Other = never> = Name extends string
  ? '' extends Name
    ? never
    : Name extends Uncapitalize<Name>
      ? Name extends Taken | Other
        ? never
        : IsLetters<Name> extends true
          ? Name
          : never
      : never
  : never;

/** Does not compile where a caller could not reach a domain or an operation by its name. */
export type PlainlyNamed<Domains> = {
  readonly [Domain in keyof Domains]: Domain extends Plain<
    Domain,
    'site' | 'subscribe' | 'newKey' | 'observed'
  >
    ? {
        readonly [Operation in keyof Domains[Domain]]: Operation extends Plain<Operation>
          ? unknown
          : never;
      }
    : never;
};

/** Queries, commands and changes, for one signed-in person. */
export type Facade<Domains extends PlainlyNamed<Domains>> = {
  readonly [Name in keyof Domains]: Methods<Domains[Name]>;
} & Own<Domains>;

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
export function facadeOver<Domains extends PlainlyNamed<Domains>>(
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
