import type { Context } from '../context/context.ts';
import { notEmulated } from '../errors.ts';
import { member, type Entity } from '../odata/resource.ts';
import { identityOf } from './identity.ts';
import type { CsomObjects } from './objects.ts';
import { queryResult } from './query.ts';
import { invalidRequest, type Action, type Parameter } from './request.ts';

/** What SetProperty has set on each object and Update has not written yet. */
type Pending = Map<string, Map<string, Parameter>>;

/**
 * Runs the actions one after the other and answers their results, each behind its number. An error
 * ends the request; what the actions before it changed stays changed.
 */
export function runActions(
  context: Context,
  objects: CsomObjects,
  actions: readonly Action[],
  trace: string,
): unknown[] {
  const pending: Pending = new Map();
  return actions.flatMap((action) => {
    const run = (): unknown => perform(context, objects, action, pending, trace);
    const result = context.farm.db.transaction(run);
    return result === undefined ? [] : [Number(action.id), result];
  });
}

function perform(
  context: Context,
  objects: CsomObjects,
  action: Action,
  pending: Pending,
  trace: string,
): unknown {
  const { pathId } = action;
  switch (action.kind) {
    case 'ObjectPath':
      return { IsNull: objects.at(pathId).kind === 'nothing' };
    case 'ObjectIdentityQuery':
      return { _ObjectIdentity_: identityOf(context, objects.entity(pathId), trace) };
    case 'Query':
      return queryResult(context, objects.at(pathId), action.element, trace);
    case 'SetProperty':
      setProperty(objects.entity(pathId), action, pending);
      return undefined;
    case 'Method':
      return callMethod(objects, action, pending);
    default:
      throw notEmulated(`the action ${action.kind} in ProcessQuery`);
  }
}

/** The property is known to be settable before Update is asked for. */
function setProperty(entity: Entity, action: Action, pending: Pending): void {
  const [parameter] = action.parameters;
  if (!parameter) throw invalidRequest();
  const known = parameter.kind === 'object' ? entity.references : entity.properties();
  const settable = member<unknown>(known, action.name);
  if (!settable)
    throw notEmulated(`setting '${action.name}' of ${entity.typeName} in ProcessQuery`);
  const before = pending.get(action.pathId) ?? new Map<string, Parameter>();
  pending.set(action.pathId, before.set(settable.name, parameter));
}

/** Every method but Update answers at once; one without a result answers null. */
function callMethod(objects: CsomObjects, action: Action, pending: Pending): unknown {
  if (action.name === 'Update') {
    update(objects, action.pathId, pending.get(action.pathId) ?? new Map<string, Parameter>());
    pending.delete(action.pathId);
    objects.forget();
    return undefined;
  }
  const result = objects.call(objects.at(action.pathId), action.name, action.parameters);
  objects.forget();
  if (result.kind === 'value') return result.value;
  return result.kind === 'nothing' ? null : { IsNull: false };
}

function update(objects: CsomObjects, pathId: string, set: ReadonlyMap<string, Parameter>): void {
  const scalars: Record<string, unknown> = {};
  for (const [name, parameter] of set) {
    if (parameter.kind === 'value') scalars[name] = parameter.value;
  }
  const entity = objects.entity(pathId);
  if (!entity.update) throw notEmulated(`Update of ${entity.typeName} in ProcessQuery`);
  entity.update(scalars);
  objects.forget();
  for (const [name, parameter] of set) {
    if (parameter.kind !== 'object') continue;
    const reference = member(objects.entity(pathId).references, name);
    reference?.value(objects.entity(parameter.pathId));
    objects.forget();
  }
}
