/** What SharePoint tells of a site's users. */
import { answerOf, isRefusal, post } from '../wire/index.ts';
import type { Operation, Outcome } from '../wire/index.ts';
import type { SiteUser } from './person.ts';

/** SharePoint's `SP.Utilities.PrincipalType.user`; groups and everybody are users of a site too. */
export const userKind = 1;

export const select = '$select=Id,LoginName,Title,Email,PrincipalType';

/** The people among those who were asked for; whoever is not there is left out. */
export async function usersIn(asked: Promise<readonly Outcome[]>): Promise<readonly SiteUser[]> {
  return (await asked).flatMap((outcome) => {
    if (!outcome.ok && (isRefusal(outcome.error, 404) || isRefusal(outcome.error, 400))) return [];
    const user = answerOf<SiteUser>(outcome);
    return user.PrincipalType === userKind ? [user] : [];
  });
}

/** Finds a person by login, and gives them an id in this site if they have none yet. */
export const askUser = (logonName: string): Operation =>
  post(`web/ensureUser?${select}`, { logonName });
