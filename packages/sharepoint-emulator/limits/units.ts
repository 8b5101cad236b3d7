import type { ODataRequest } from '../context/context.ts';

/** Where a path may end that leads to many things. */
const MANY =
  /\/(attachmentfiles|changes|contenttypes|fields|files|folders|groups|items|lists|recyclebin|roleassignments|roledefinitions|sitegroups|siteusers|users|versions|views|webinfos|webs|(post)?query)$/i;

/** Methods that read many things and are called with POST. */
const READS = /\/(getitems|renderlistdata|renderlistdataasstream)(\(|$)/i;

const PERMISSIONS =
  /\/(roleassignments|roledefinitions|breakroleinheritance|resetroleinheritance)/i;

/**
 * Resource units of one request: 1 for a single item and for changes since a token, 2 for several
 * items, for creating, changing, deleting and uploading, 5 for all permission resource operations,
 * $expand=permissions among them (Avoid getting throttled or blocked in SharePoint Online). The table is that of
 * Microsoft Graph; REST has no fixed cost and is said to cost more, so these are the least.
 */
export function unitsOf(request: ODataRequest): number {
  const { verb, path } = request;
  if (/\/_api\/\$batch$/i.test(path)) return 0;
  if (PERMISSIONS.test(path) || /roleassignments/i.test(request.search.get('$expand') ?? '')) {
    return 5;
  }
  if (/\/getchanges(\(|$)/i.test(path)) {
    return new TextDecoder().decode(request.bytes).includes('ChangeTokenStart') ? 1 : 2;
  }
  if (verb !== 'GET' || READS.test(path)) return 2;
  return MANY.test(path) ? 2 : 1;
}
