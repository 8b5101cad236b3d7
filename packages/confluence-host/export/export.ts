/**
 * What a macro is in an export of its page, and in the history of the page. An export is read by whoever
 * it is given to, so that it holds the posts of open groups of the page's own space alone, and only where
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
import { placeOf } from './place.ts';
import type { ExportPlace } from './place.ts';
import { exportWords } from './words.ts';
import type { ExportWords } from './words.ts';

/** Enough to say what a wall is about. */
const mostMessages = 10;

/** One sentence, with a link to the page. */
export function exportLink(payload: unknown): AdfDocument {
  const place = placeOf(payload);
  return pointer(place, exportWords(place.locale));
}

/** @param person who exports the page, as the runtime says; absent where Confluence does so by itself. */
export async function exportMacro(
  instance: Instance,
  payload: unknown,
  person: string | undefined,
): Promise<AdfDocument> {
  const place = placeOf(payload);
  const words = exportWords(place.locale);
  const { group } = place;
  if (person === undefined || group === undefined) return pointer(place, words);
  try {
    const found = await messagesIn(instance, place, person, group);
    return found ? documentWith(found, place, words) : pointer(place, words);
  } catch (error) {
    // An export is never refused for one macro; the page says what is wrong.
    console.warn('Kantine: an export shows nothing of a group.', error);
    return pointer(place, words);
  }
}

/** @returns nothing for a group that is not open, or belongs to another space than the page. */
async function messagesIn(
  instance: Instance,
  place: ExportPlace,
  person: string,
  group: string,
): Promise<OpenMessages | undefined> {
  const { cloudId, siteUrl, spaceKey } = place;
  const at = (space: string | undefined): ConfluenceHost =>
    confluenceHost(instance, { cloudId, person, space, siteUrl });
  const space =
    place.space ?? (spaceKey === undefined ? undefined : await spaceOf(at(undefined), spaceKey));
  if (space === undefined) return undefined;
  const host = at(space);
  const [found] = await host.gate.places([groupContainer(group)]);
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

const pointer = ({ address }: ExportPlace, { onThePage }: ExportWords): AdfDocument =>
  documentOf([paragraphOf(textOf(onThePage, ...(address === undefined ? [] : [linkTo(address)])))]);

function documentWith(
  { group, messages }: OpenMessages,
  place: ExportPlace,
  words: ExportWords,
): AdfDocument {
  const date = new Intl.DateTimeFormat(place.locale?.replaceAll('_', '-') ?? 'en', {
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
    ...(pointer(place, words).content ?? []),
  ]);
}
