/** The messages of a wall that may leave it: an export of a page is read by everybody whom it is given to. */
import { everybodyToken } from '../mentions/everybody.ts';
import { plainText } from '../mentions/token.ts';
import type { WallPage } from './view.ts';

export interface OpenMessage {
  readonly author: string;
  readonly created: number;
  readonly text: string;
}

export interface OpenMessages {
  readonly group: string;
  /** Newest first. */
  readonly messages: readonly OpenMessage[];
}

/** Of a community only the reading of walls. */
interface WallReader {
  readonly wall: {
    read(input: { readonly group: string; readonly limit: number }): Promise<WallPage>;
  };
}

/**
 * The newest posts of a group, for a reader who may read them.
 * @returns nothing for a closed or secret group: a reader of the export need not be one of its members.
 * @throws KantineError
 */
export async function openMessages(
  { wall }: WallReader,
  group: string,
  limit: number,
): Promise<OpenMessages | undefined> {
  const page = await wall.read({ group, limit });
  if (page.group.access !== 'open') return undefined;
  const shown = page.posts.filter(({ deleted, hidden, late }) => !deleted && !hidden && !late);
  return {
    group: page.group.name,
    messages: shown.map((post) => ({
      author: post.author.name,
      created: post.created,
      // Who reads an export speaks no language that is known here.
      text: plainText(post).replaceAll(everybodyToken, '@…'),
    })),
  };
}
