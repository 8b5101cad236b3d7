/**
 * The door: every call passes here, where its operation is found and its input's shape is checked. The
 * meaning of a value is checked further in, with a message for its writer.
 */
import type * as v from 'valibot';
import { sourceName } from './call.ts';
import type { Call, TellSources } from './call.ts';
import { Outdated } from './errors.ts';
import type { Operation, StrictInput } from './operation.ts';
import type { Host, Store } from './ports.ts';

/** A domain as its module exports it. */
export interface DomainModule {
  readonly operations: object;
  /** Operations that a page needs later than these. */
  readonly further?: () => Promise<{ readonly operations: object }>;
}

export type DomainLoaders = Readonly<Record<string, () => Promise<DomainModule>>>;

/** @throws Outdated where there is no such operation: a page of another version called. */
export async function findOperation(loaders: DomainLoaders, name: string): Promise<Operation> {
  const [domain = '', operation = '', ...more] = name.split('.');
  const load = Object.hasOwn(loaders, domain) ? loaders[domain] : undefined;
  const first = await load?.();
  const isFirst = first && (!first.further || Object.hasOwn(first.operations, operation));
  const operations = (isFirst ? first : await first?.further?.())?.operations ?? {};
  if (more.length > 0 || !Object.hasOwn(operations, operation)) throw new Outdated(name);
  return (operations as Readonly<Record<string, Operation>>)[operation] as Operation;
}

/**
 * @returns the input.
 * @throws Outdated for a field that is not known, at any depth; Invalid `malformed`
 */
export async function acceptInput<Schema extends StrictInput>(
  name: string,
  { input: schema }: { readonly input: Schema },
  input: unknown,
): Promise<v.InferOutput<Schema>> {
  // As every schema can check by itself: the library comes with the operations, and not before.
  const result = await schema['~standard'].validate(input);
  if (!result.issues) return result.value;
  const { refusalOf } = await import(/* webpackChunkName: 'refusal' */ './refusal.ts');
  throw refusalOf(name, schema, input);
}

/** The same host, whose writes announce their changes under an id. */
function withOrigin(host: Host, origin: string | undefined): Host {
  const { store } = host;
  const marked: Store = {
    read: (queries) => store.read(queries),
    insert: (collection, container, key, fields) =>
      store.insert(collection, container, key, fields, origin),
    update: (collection, record, fields) => store.update(collection, record, fields, origin),
    remove: (collection, record) => store.remove(collection, record, origin),
  };
  return { ...host, store: marked };
}

/** The operations of a host by name. */
export function callOf(host: Host, loaders: DomainLoaders): Call {
  return async ({ operation: name, input, origin }, tell) => {
    const operation = await findOperation(loaders, name);
    return runOperation(host, operation, { name, input, origin, tell });
  };
}

interface Asked {
  readonly name: string;
  readonly input: unknown;
  readonly origin: string | undefined;
  readonly tell: TellSources;
}

async function runOperation(
  host: Host,
  operation: Operation,
  { name, input, origin, tell }: Asked,
): Promise<unknown> {
  const accepted = await acceptInput(name, operation, input);
  if (operation.kind === 'command') return operation.run(withOrigin(host, origin), accepted);
  tell(operation.reads(accepted).map(sourceName));
  return operation.run(host, accepted);
}
