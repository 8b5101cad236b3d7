import type { Context } from '../context/context.ts';
import { notEmulated } from '../errors.ts';
import { listEntity } from '../lists/list-entity.ts';
import { findListByTemplate } from '../lists/list.ts';
import type { Entity } from '../odata/resource.ts';
import type { Web } from './web.ts';

/** The list of a web that is known by its template and not by its title: a catalog, the users. */
export function templateList(context: Context, web: Web, template: number): Entity {
  const list = findListByTemplate(context.farm, web.id, template);
  if (!list) throw notEmulated(`a list of the template ${template}`);
  return listEntity({ ...context, web }, list);
}
