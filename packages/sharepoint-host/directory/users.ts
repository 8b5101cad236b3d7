/** What SharePoint tells of a site's users. */
import { answerOf, isRefusal, post } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import type { SiteUser } from './person.ts';

/** SharePoint's `SP.Utilities.PrincipalType.user`; groups and everybody are users of a site too. */
export const userKind = 1;

export const select = '$select=Id,LoginName,Title,Email,PrincipalType';

/**
 * The people among those who were asked for. A refusal about one person, for whatever reason, concerns
 * nobody else.
 */
export const usersIn = (outcomes: readonly Outcome[]): readonly SiteUser[] =>
  outcomes.flatMap((outcome) => {
    if (!outcome.ok && isRefusal(outcome.error)) return [];
    const user = answerOf<SiteUser>(outcome);
    return user.PrincipalType === userKind ? [user] : [];
  });

/** A login as the value of the parameter `@v`. */
export const quoted = (login: string): string =>
  `@v='${encodeURIComponent(login.replaceAll("'", "''"))}'`;

/** Finds a person by login, and makes them a user of this site if they are none yet. */
export const askUser = (logonName: string): RestRequest =>
  post(`web/ensureUser?${select}`, { logonName });
