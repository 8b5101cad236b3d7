import { attachmentContent } from '../attachments/attachments.ts';
import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import { fileNotFound } from '../errors.ts';
import { contentOf } from '../files/file.ts';
import { listOfPath, rowAt } from '../files/store.ts';
import type { Content } from '../odata/resource.ts';
import { openContext } from './context.ts';

/** A GET for the address of a file or an attachment, as an <img> or a link makes it. */
export function readByUrl(farm: Farm, request: ODataRequest, login: string): Content {
  const context = openContext(farm, request, login);
  const list = listOfPath(context, request.path);
  if (!list || !context.access.seesList(list)) throw fileNotFound();
  const below = request.path.slice(list.url.length);
  const attachment = /^\/Attachments\/(\d+)\/([^/]+)$/i.exec(below);
  if (attachment?.[1] && attachment[2]) {
    return attachmentContent(context, list, Number(attachment[1]), attachment[2]);
  }
  const found = rowAt(context, request.path);
  if (found?.item.FSObjType !== 0) throw fileNotFound();
  return contentOf(context, found.list, found.item);
}
