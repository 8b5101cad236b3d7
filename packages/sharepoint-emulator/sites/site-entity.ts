import { absolute, type Context } from '../context/context.ts';
import type { Entity } from '../odata/resource.ts';
import { recycleBin } from '../recycle-bin/recycle-bin.ts';
import { rootWebOf } from '../webs/web.ts';
import { webEntity } from '../webs/web-entity.ts';

/** `_api/site`: the site collection. */
export function siteEntity(context: Context): Entity {
  const root = rootWebOf(context.farm, context.web.siteId);
  return {
    kind: 'entity',
    typeName: 'SP.Site',
    path: 'Site',
    properties: () => ({
      AllowDesigner: true,
      AllowMasterPageEditing: false,
      Classification: '',
      CompatibilityLevel: 15,
      GroupId: '00000000-0000-0000-0000-000000000000',
      HubSiteId: '00000000-0000-0000-0000-000000000000',
      Id: context.web.siteId,
      IsHubSite: false,
      LockIssue: null,
      MaxItemsPerThrottledOperation: 5000,
      PrimaryUri: `${absolute(context, root.url)}/`,
      ReadOnly: false,
      RequiredDesignerVersion: '15.0.0.0',
      SandboxedCodeActivationCapability: 2,
      ServerRelativeUrl: root.url,
      ShareByEmailEnabled: false,
      ShareByLinkEnabled: false,
      TrimAuditLog: true,
      UIVersionConfigurationEnabled: false,
      Url: absolute(context, root.url),
    }),
    links: {
      RecycleBin: () => recycleBin(context, undefined),
      RootWeb: () => webEntity(context, root),
    },
  };
}
