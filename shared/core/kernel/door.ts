/**
 * The door: every call passes here, where its operation is found and its input's shape is checked. The
 * meaning of a value is checked further in, with a message for its writer.
 */
import * as v from 'valibot';
import { sourceName } from './call.ts';
import type { Call, TellSources } from './call.ts';
import { Invalid, Outdated } from './errors.ts';
import type { Operation } from './operation.ts';
import type { Host, Store } from './ports.ts';

/** A domain as its module exports it. */
interface DomainModule {
  readonly operations: object;
}

export type DomainLoaders = Readonly<Record<string, () => Promise<DomainModule>>>;

/** @throws Outdated where there is no such operation: a page of another version called. */
export async function findOperation(loaders: DomainLoaders, name: string): Promise<Operation> {
  const [domain = '', operation = '', ...more] = name.split('.');
  const load = Object.hasOwn(loaders, domain) ? loaders[domain] : undefined;
  const operations = (await load?.())?.operations ?? {};
  if (more.length > 0 || !Object.hasOwn(operations, operation)) throw new Outdated(name);
  return (operations as Readonly<Record<string, Operation>>)[operation] as Operation;
}

/** @returns the input. @throws Outdated for a field that is not known, Invalid `malformed` */
export function acceptInput(
  name: string,
  { input: schema }: Pick<Operation, 'input'>,
  input: unknown,
): unknown {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const unknown = result.issues.find(isUnknownField);
  if (unknown) throw new Outdated(`${name}: ${v.getDotPath(unknown) ?? ''}`);
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? name;
  throw new Invalid(
    { field, reason: 'malformed' },
    `${name} does not accept this ${field}: ${issue.message}`,
  );
}

/** A strict object expects nothing under a key that it lacks. A list is no object with strange keys. */
const isUnknownField = ({ type, expected, path }: v.BaseIssue<unknown>): boolean =>
  type === 'strict_object' && expected === 'never' && !Array.isArray(path?.at(-1)?.input);

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
  const accepted = acceptInput(name, operation, input);
  if (operation.kind === 'command') return operation.run(withOrigin(host, origin), accepted);
  tell(operation.reads(accepted).map(sourceName));
  return operation.run(host, accepted);
}
