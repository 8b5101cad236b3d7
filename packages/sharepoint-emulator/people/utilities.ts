import type { Context } from '../context/context.ts';
import { value, type ODataOperation } from '../odata/resource.ts';
import { findInDirectory, searchDirectory, type DirectoryUser } from './directory.ts';
import { findPrincipalByLogin, PrincipalType } from './principals.ts';

/** The methods of `SP.Utilities.Utility` that find people. */
export function utilities(context: Context): Readonly<Record<string, ODataOperation>> {
  const prefix = 'SP.Utilities.Utility';
  return {
    [`${prefix}.GetCurrentUserEmailAddresses`]: () => value(context.user.email),
    [`${prefix}.ResolvePrincipalInCurrentContext`]: (args) => {
      const person = findInDirectory(context.farm, args.text('input'));
      return value(person ? principalInfo(context, person) : null, 'SP.Utilities.PrincipalInfo');
    },
    [`${prefix}.SearchPrincipalsUsingContextWeb`]: (args) => {
      const found = searchDirectory(context.farm, args.text('input'), args.number('maxCount', 9));
      return value(
        found.map((person) => principalInfo(context, person)),
        'SP.Utilities.PrincipalInfo',
      );
    },
  };
}

function principalInfo(context: Context, person: DirectoryUser): object {
  const known = findPrincipalByLogin(context.farm, context.web.siteId, person.login);
  return {
    Department: person.properties.Department ?? '',
    DisplayName: person.title,
    Email: person.email,
    JobTitle: person.properties['SPS-JobTitle'] ?? '',
    LoginName: person.login,
    Mobile: person.properties.CellPhone ?? '',
    PrincipalId: known?.id ?? -1,
    PrincipalType: PrincipalType.User,
    SIPAddress: person.email,
  };
}
