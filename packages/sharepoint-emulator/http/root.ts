import { absolute, type Context } from '../context/context.ts';
import { value, type Entity, type ODataOperation } from '../odata/resource.ts';
import { peopleManager, profileLoader, ownUserProfile } from '../people/profiles.ts';
import { peoplePicker } from '../people/picker.ts';
import { utilities } from '../people/utilities.ts';
import { searchService } from '../search/search.ts';
import { siteEntity } from '../sites/site-entity.ts';
import { rootWebOf } from '../webs/web.ts';
import { webEntity } from '../webs/web-entity.ts';
import { DIGEST_SECONDS, issueDigest } from './digest.ts';

/** What `_api/` itself offers. */
export function rootEntity(context: Context): Entity {
  const picker = Object.entries(peoplePicker(context)).map(([name, operation]) => [
    `SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.${name}`,
    operation,
  ]);
  return {
    kind: 'entity',
    typeName: 'the service root',
    path: '',
    properties: () => ({}),
    links: {
      Search: () => searchService(context),
      Site: () => siteEntity(context),
      Web: () => webEntity(context, context.web),
      'SP.UserProfiles.PeopleManager': () => peopleManager(context),
      'SP.UserProfiles.ProfileLoader.GetProfileLoader': () => profileLoader(context),
    },
    functions: {
      'SP.UserProfiles.ProfileLoader.GetOwnerUserProfile': () => ownUserProfile(context),
    },
    actions: {
      ContextInfo: () =>
        value(contextInfo(context), 'SP.ContextWebInformation', 'GetContextWebInformation'),
      ...(Object.fromEntries(picker) as Record<string, ODataOperation>),
      ...utilities(context),
    },
  };
}

function contextInfo(context: Context): object {
  const root = rootWebOf(context.farm, context.web.siteId);
  return {
    FormDigestTimeoutSeconds: DIGEST_SECONDS,
    FormDigestValue: issueDigest(context.farm, context.web.siteId, context.user.login),
    LibraryVersion: '16.0.26420.12011',
    SiteFullUrl: absolute(context, root.url),
    SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
    WebFullUrl: absolute(context, context.web.url),
  };
}
