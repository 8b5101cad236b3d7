/**
 * What a macro is in an export of its page, and in the history of the page. An export is read by everybody to
 * whom it is given, so that it holds the posts of open groups of the page's own space alone, and only where
 * a person who may read them exports it. Confluence exports far more often by itself than for people:
 * without a person nothing is asked for at all.
 */
import { route } from '@forge/api';
import { createCommunity, groupContainer, openMessages } from '@kantine/core';
import type { OpenMessages } from '@kantine/core';
import { askConfluence } from '../access/index.ts';
import { confluenceHost } from '../host.ts';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { documentOf, linkTo, messageOf, paragraphOf, strong, textOf } from './document.ts';
import type { AdfDocument } from './document.ts';
import { contextOf } from './context.ts';
import type { ExportContext } from './context.ts';
import { exportWords } from './words.ts';
import type { ExportWords } from './words.ts';

/** Enough to say what a wall is about. */
const mostMessages = 10;

/** One sentence, with a link to the page. */
export function exportLink(payload: unknown): AdfDocument {
  const context = contextOf(payload);
  return pointer(context, exportWords(context.locale));
}

/** @param person who exports the page, as the runtime says; absent where Confluence does so by itself. */
export async function exportMacro(
  instance: Instance,
  payload: unknown,
  person: string | undefined,
): Promise<AdfDocument> {
  const context = contextOf(payload);
  const words = exportWords(context.locale);
  const { group } = context;
  if (person === undefined || group === undefined) return pointer(context, words);
  try {
    const found = await messagesIn(instance, context, person, group);
    return found ? documentWith(found, context, words) : pointer(context, words);
  } catch (error) {
    // An export is never refused for one macro; the page says what is wrong.
    console.warn('Kantine: an export shows nothing of a group.', error);
    return pointer(context, words);
  }
}

/** @returns nothing for a group that is not open, or belongs to another space than the page. */
async function messagesIn(
  instance: Instance,
  context: ExportContext,
  person: string,
  group: string,
): Promise<OpenMessages | undefined> {
  const { cloudId, siteUrl, spaceKey } = context;
  const at = (space: string | undefined): ConfluenceHost =>
    confluenceHost(instance, { cloudId, person, space, siteUrl });
  const space =
    context.space ?? (spaceKey === undefined ? undefined : await spaceOf(at(undefined), spaceKey));
  if (space === undefined) return undefined;
  const host = at(space);
  const [found] = await host.gate.accessTo([groupContainer(group)]);
  if (found?.space !== space) return undefined;
  return openMessages(createCommunity(host), group, mostMessages);
}

/** Word and the history of a page name a space by its key. */
async function spaceOf({ asker }: ConfluenceHost, key: string): Promise<string | undefined> {
  const found = await askConfluence<{ results: readonly { readonly id: string }[] }>(
    asker,
    route`/wiki/api/v2/spaces?keys=${key}`,
  );
  return found?.results[0]?.id;
}

const pointer = ({ address }: ExportContext, { onThePage }: ExportWords): AdfDocument =>
  documentOf([paragraphOf(textOf(onThePage, ...(address === undefined ? [] : [linkTo(address)])))]);

function documentWith(
  { group, messages }: OpenMessages,
  context: ExportContext,
  words: ExportWords,
): AdfDocument {
  const date = new Intl.DateTimeFormat(context.locale?.replaceAll('_', '-') ?? 'en', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return documentOf([
    paragraphOf(
      textOf(
        words.newest.replace('{group}', () => group),
        strong,
      ),
    ),
    ...messages.flatMap(({ author, created, text }) => [
      paragraphOf([...textOf(author, strong), ...textOf(` · ${date.format(created)}`)]),
      ...messageOf(text),
    ]),
    ...(messages.length === 0 ? [paragraphOf(textOf(words.quiet))] : []),
    ...(pointer(context, words).content ?? []),
  ]);
}
