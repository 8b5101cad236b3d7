/** The functions that manifest.yml names; everything that they do is @kantine/confluence-host's. */
import { makeResolver } from '@forge/resolver';
import { openKantine } from '@kantine/confluence-host';

const kantine = openKantine();

/** For every module that shows something: one function, whose arguments the host checks. */
export const resolver = makeResolver({ kantine: kantine.resolve as (request: object) => object });

/** When the app is installed or upgraded: makes what is missing of the tables. */
export const setUp = kantine.setUp;

/** A macro that shows a group, in PDF, Word and the history of its page. */
export const exportMacro = kantine.exportMacro;

/** Every other macro there. */
export const exportLink = kantine.exportLink;

/** Every hour: migrations that were ended half-way, old posts, personal data. */
export const upkeep = kantine.upkeep;

interface UserEvent {
  readonly user?: { readonly accountId?: unknown };
}

/** When Confluence deletes a user: where their account is closed, what is known of them goes at once. */
export async function userDeleted({ user }: UserEvent): Promise<void> {
  const accountId = user?.accountId;
  if (typeof accountId === 'string' && accountId !== '') await kantine.userDeleted(accountId);
}
