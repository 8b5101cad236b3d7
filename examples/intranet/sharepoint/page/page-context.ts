/** Tells the runtime where it is and who is reading, as SharePoint's own page does. */
import type { LoaderData, Modules, ServiceScope } from './runtime.ts';

export function pageContextOf(scope: ServiceScope, data: LoaderData, modules: Modules): void {
  const info = data.spPageContextInfo;
  const context = scope.consume(modules.pageContext.PageContext.serviceKey);
  const where = {
    absoluteUrl: info.webAbsoluteUrl,
    serverRelativeUrl: info.webServerRelativeUrl,
  };
  context.initialize(
    {
      aadInfo: {
        instanceUrl: info.aadInstanceUrl,
        tenantId: info.aadTenantId,
        userId: info.aadUserId,
      },
      cultureInfo: {
        currentCultureName: info.currentCultureName,
        currentUICultureName: info.currentUICultureName,
        isRightToLeft: false,
      },
      list: {
        id: info.listId,
        permissions: info.listPermsMask,
        serverRelativeUrl: info.listUrl,
        title: info.listTitle,
      },
      listItem: { id: info.pageItemId, uniqueId: info.listId },
      site: {
        ...where,
        id: info.siteId,
        correlationId: info.CorrelationId,
        isNoScriptEnabled: info.isNoScriptEnabled,
        recycleBinItemCount: -1,
        serverRequestPath: info.serverRequestPath,
        sitePagesEnabled: true,
      },
      user: {
        displayName: info.userDisplayName,
        email: info.userEmail,
        isAnonymousGuestUser: false,
        isExternalGuestUser: false,
        loginName: info.userLoginName,
      },
      web: {
        ...where,
        id: info.webId,
        isAppWeb: false,
        language: info.webLanguage,
        languageName: info.webLanguageName,
        permissions: info.webPermMasks,
        templateName: info.webTemplate,
        title: info.webTitle,
      },
      featureInfo: {},
    },
    info,
  );
}
