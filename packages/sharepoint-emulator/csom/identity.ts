import type { Context } from '../context/context.ts';
import { notEmulated, resourceNotFound } from '../errors.ts';
import type { Entity } from '../odata/resource.ts';
import { groupById, groupEntity } from '../people/groups.ts';
import { userById, userEntity } from '../people/users.ts';
import { findWebById } from '../webs/web.ts';
import { webEntity } from '../webs/web-entity.ts';

/** The factory that makes the objects of a site collection from their identities. */
const FACTORY = '740c6a0b-85e2-48a0-a494-e0f1759d4aa7';

const KINDS: Readonly<Record<string, string>> = {
  'SP.Group': 'g',
  'SP.User': 'u',
  'SP.Web': 'web',
};

const PARTS = new RegExp(`^(?:[^|]*\\|)?${FACTORY}:site:([^:]+)((?::[a-z]+:[^:]+)*)$`, 'i');

/**
 * The object that an Identity names: `<anything>|740c6a0b-…:site:<guid>:g:<number>` is a group, `:u:`
 * a user and `:web:` a web. Clients take the identity from an earlier answer or put it together.
 */
export function objectOfIdentity(context: Context, identity: string): Entity {
  const [, siteId = '', rest = ''] = PARTS.exec(identity) ?? [];
  if (siteId.toLowerCase() !== context.web.siteId) throw resourceNotFound(identity);
  const [, kind = '', id = '', ...further] = rest.split(':');
  if (further.length === 0) {
    if (kind === 'g') return groupEntity(context, groupById(context, Number(id)));
    if (kind === 'u') return userEntity(context, userById(context, Number(id)));
    const web = kind === 'web' ? findWebById(context.farm, id.toLowerCase()) : undefined;
    if (web?.siteId === context.web.siteId && context.access.web(web) !== 0n) {
      return webEntity(context, web);
    }
  }
  throw notEmulated(`the identity '${identity}' in ProcessQuery`);
}

/** The identity of an object, as an answer of ProcessQuery gives it to the client. */
export function identityOf(context: Context, entity: Entity, trace: string): string {
  const site = `${trace}|${FACTORY}:site:${context.web.siteId}`;
  if (entity.typeName === 'SP.Site') return site;
  const { Id: id } = entity.properties();
  const letter = KINDS[entity.typeName];
  if (!letter) throw notEmulated(`the identity of ${entity.typeName} in ProcessQuery`);
  return `${site}:${letter}:${String(id)}`;
}
