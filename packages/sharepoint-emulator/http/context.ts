import type { Context, ODataRequest } from '../context/context.ts';
import type { Farm } from '../context/farm.ts';
import { entities } from './entities.ts';
import { accessDenied, resourceNotFound } from '../errors.ts';
import { formatOf } from '../odata/format.ts';
import { readJsonBody, type JsonObject } from '../odata/body.ts';
import { readQueryOptions } from '../odata/query-options.ts';
import {
  everyoneIn,
  findPrincipalByLogin,
  ensurePerson,
  type SiteUser,
} from '../people/principals.ts';
import { findInDirectory, isGuest } from '../people/directory.ts';
import { Access } from '../security/access.ts';
import { findWebOf, type Web } from '../webs/web.ts';

/** Prepares what a request to a site needs, or refuses people who may not open the site. */
export function openContext(farm: Farm, request: ODataRequest, login: string): Context {
  const web = findWebOf(farm, sitePathOf(request.path));
  if (!web) throw resourceNotFound(request.path);
  const user = siteUserOf(farm, web, login);
  const access = new Access(farm, user);
  if (access.web(web) === 0n) throw accessDenied();
  let body: JsonObject | undefined;
  return {
    farm,
    request,
    format: formatOf(request.headers),
    options: readQueryOptions(request.search),
    web,
    user,
    access,
    entities,
    body: () => (body ??= readJsonBody(request.bytes)),
  };
}

/** The path up to `_api`, `_layouts` and the like. */
export const sitePathOf = (path: string): string => path.replace(/\/_[a-z]+(\/.*)?$/i, '') || '/';

/** No principal of a site has this id. */
const NOBODY = -1;

/**
 * People become users of a site when they first come in. A stranger stays unknown to it, and is
 * judged by what Everyone and the directory's groups may do.
 */
function siteUserOf(farm: Farm, web: Web, login: string): SiteUser {
  const known = findPrincipalByLogin(farm, web.siteId, login);
  if (known) return known;
  const person = findInDirectory(farm, login);
  if (!person) throw accessDenied();
  const stranger: SiteUser = {
    siteId: web.siteId,
    id: isGuest(person.login) ? NOBODY : everyoneIn(farm, web.siteId),
    kind: 1,
    login: person.login,
    title: person.title,
    email: person.email,
    isAdmin: false,
    properties: {},
  };
  const mayOpen = new Access(farm, stranger).web(web) !== 0n;
  return (mayOpen ? ensurePerson(farm, web.siteId, person.login) : undefined) ?? stranger;
}
