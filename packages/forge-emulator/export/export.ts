/**
 * The macros of a page in an export of it, and in its history: their `adfExport`, or nothing.
 * https://developer.atlassian.com/platform/forge/add-export-view-to-macro/
 */
import type { Parts } from '../assemble.ts';
import { SetupError } from '../errors.ts';
import { findViewModule } from '../manifest/index.ts';
import type { Content } from '../site/index.ts';
import { demandDocument, type AdfDocument } from './document.ts';

export interface ExportOptions {
  /** The id of the page. */
  readonly content: string;
  /** `other` is the history of a page, and whatever else reads pages without showing them. */
  readonly exportType: 'pdf' | 'word' | 'other';
  /** Who exports it; nobody where the product does so by itself. */
  readonly as?: string;
}

export interface Exported {
  readonly module: string;
  readonly localId: string;
  /** Nothing where the manifest names no function: then the macro is left out. */
  readonly document?: AdfDocument;
}

type Macro = NonNullable<Content['macros']>[number];

export async function exportContent(
  parts: Parts,
  options: ExportOptions,
): Promise<readonly Exported[]> {
  const content = parts.site.content.get(options.content);
  if (!content) throw new SetupError(`The site has no content '${options.content}'.`);
  const exported: Exported[] = [];
  for (const macro of content.macros ?? []) {
    const { module, localId } = macro;
    const functionKey = findViewModule(parts.manifest, module).module.adfExport?.function;
    if (functionKey === undefined) exported.push({ module, localId });
    else {
      const payload = payloadOf(parts, options, content, macro);
      const call = { functionKey, payload, moduleKey: module, accountId: options.as };
      exported.push({ module, localId, document: demandDocument(await parts.runtime.call(call)) });
    }
  }
  return exported;
}

/** Word and PDF tell the page and the configuration in different places; apps in production read both. */
function payloadOf(
  { site, installation, configs }: Parts,
  { exportType, as }: ExportOptions,
  content: Content,
  { module, localId, ...macro }: Macro,
): object {
  const config = configs.get(localId) ?? macro.config ?? {};
  const { id, key } = site.spaceByKey(content.space);
  const page = { id: content.id, type: content.type ?? 'page' };
  const everywhere = {
    cloudId: site.cloudId,
    siteUrl: site.url,
    moduleKey: module,
    localId,
    environmentId: installation.environmentId,
    ...(as === undefined ? {} : { accountId: as }),
  };
  return exportType === 'pdf'
    ? {
        exportType,
        context: { ...everywhere, extension: { type: 'macro', content: page, space: { id, key } } },
        extensionPayload: { config },
      }
    : { exportType, context: { ...everywhere, content: page, spaceKey: key, config } };
}
