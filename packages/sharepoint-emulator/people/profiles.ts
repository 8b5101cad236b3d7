import { asText } from '../odata/text.ts';
import { absolute, type Context } from '../context/context.ts';
import { accessDenied, notEmulated } from '../errors.ts';
import { nothing, value, type Entity } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import {
  directReports,
  findInDirectory,
  findProfile,
  setProfileProperty,
  type DirectoryUser,
} from './directory.ts';

/** `_api/SP.UserProfiles.PeopleManager`. */
export function peopleManager(context: Context): Entity {
  const { farm } = context;
  const person = (args: Arguments): DirectoryUser | undefined =>
    findProfile(farm, args.text('accountName'));
  return {
    kind: 'entity',
    typeName: 'SP.UserProfiles.PeopleManager',
    path: 'SP.UserProfiles.PeopleManager',
    properties: () => ({
      EditProfileLink: `${absolute(context, '/')}/_layouts/15/editprofile.aspx`,
      IsMyPeopleListPublic: false,
    }),
    functions: {
      GetMyProperties: () => personProperties(context, findProfile(farm, context.user.login)),
      GetPropertiesFor: (args) => personProperties(context, person(args)),
      GetUserProfilePropertyFor: (args) => {
        const found = person(args);
        const properties = found ? profileProperties(context, found) : {};
        return value(properties[args.text('propertyName', 1)] ?? '');
      },
    },
    actions: {
      SetSingleValueProfileProperty: (args) => setProperty(context, args, 'propertyValue'),
      SetMultiValuedProfileProperty: (args) => setProperty(context, args, 'propertyValues'),
    },
  };
}

/** `_api/SP.UserProfiles.ProfileLoader.GetProfileLoader`. */
export function profileLoader(context: Context): Entity {
  return {
    kind: 'entity',
    typeName: 'SP.UserProfiles.ProfileLoader',
    path: 'SP.UserProfiles.ProfileLoader.GetProfileLoader',
    properties: () => ({}),
    functions: { GetUserProfile: () => ownUserProfile(context) },
  };
}

export function ownUserProfile(context: Context): Entity {
  const person = findInDirectory(context.farm, context.user.login);
  return {
    kind: 'entity',
    typeName: 'SP.UserProfiles.UserProfile',
    path: 'SP.UserProfiles.ProfileLoader.GetProfileLoader/GetUserProfile',
    properties: () => ({
      AccountName: context.user.login,
      DisplayName: person?.title ?? context.user.title,
      O15FirstRunExperience: 0,
      PersonalSite: '',
      PersonalSiteCapabilities: 0,
      PersonalSiteInstantiationState: 0,
      PictureImportEnabled: false,
      PublicUrl: `${absolute(context, '/')}/person.aspx?accountname=${encodeURIComponent(context.user.login)}`,
    }),
  };
}

/** SharePoint answers `odata.null` for an account without a profile, not an error. */
function personProperties(
  context: Context,
  person: DirectoryUser | undefined,
): Entity | typeof nothing {
  if (!person) return nothing;
  return {
    kind: 'entity',
    typeName: 'SP.UserProfiles.PersonProperties',
    path: 'SP.UserProfiles.PeopleManager/GetPropertiesFor',
    properties: () => ({
      AccountName: person.login,
      DirectReports: directReports(context.farm, person.login).map((each) => each.login),
      DisplayName: person.title,
      Email: person.email,
      ExtendedManagers: managersOf(context, person),
      ExtendedReports: [person.login],
      IsFollowed: false,
      LatestPost: null,
      Peers: peersOf(context, person),
      PersonalSiteHostUrl: `${absolute(context, '/')}/`,
      PersonalUrl: `${absolute(context, '/')}/person.aspx?accountname=${encodeURIComponent(person.login)}`,
      PictureUrl: pictureUrl(context, person),
      Title: person.properties['SPS-JobTitle'] ?? '',
      UserProfileProperties: Object.entries(profileProperties(context, person)).map(
        ([Key, Value]) => ({ Key, Value, ValueType: 'Edm.String' }),
      ),
      UserUrl: `${absolute(context, '/')}/person.aspx?accountname=${encodeURIComponent(person.login)}`,
    }),
  };
}

/** Names as the user profile service has them; what the tenant knows goes last and wins. */
function profileProperties(context: Context, person: DirectoryUser): Record<string, string> {
  const [first = '', ...rest] = person.title.split(' ');
  return {
    UserProfile_GUID: person.id,
    AccountName: person.login,
    FirstName: first,
    LastName: rest.join(' '),
    PreferredName: person.title,
    Manager: person.manager ?? '',
    PictureURL: pictureUrl(context, person),
    UserName: person.upn,
    WorkEmail: person.email,
    'SPS-ClaimID': person.upn,
    'SPS-UserPrincipalName': person.upn,
    'msOnline-ObjectId': person.id,
    ...person.properties,
  };
}

const pictureUrl = (context: Context, person: DirectoryUser): string =>
  `${absolute(context, '/')}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(person.email)}`;

/** The chain of managers, topmost first. A circle in the data ends it. */
function managersOf(context: Context, person: DirectoryUser): string[] {
  const chain: string[] = [];
  let next = person.manager;
  while (next && !chain.includes(next)) {
    chain.unshift(next);
    next = findInDirectory(context.farm, next)?.manager ?? null;
  }
  return chain;
}

/** Those who report to the same manager. */
function peersOf(context: Context, person: DirectoryUser): string[] {
  if (!person.manager) return [];
  return directReports(context.farm, person.manager)
    .map((each) => each.login)
    .filter((login) => login !== person.login);
}

/** People edit their own profile; that of others belongs to tenant administration. */
function setProperty(context: Context, args: Arguments, parameter: string): typeof nothing {
  const person = findProfile(context.farm, args.text('accountName'));
  if (person?.login !== context.user.login) throw accessDenied();
  const sent = args.get(parameter);
  if (sent === undefined) throw notEmulated('a profile property without a value');
  const text = Array.isArray(sent) ? sent.join('|') : asText(sent);
  setProfileProperty(context.farm, person.login, args.text('propertyName', 1), text);
  return nothing;
}
