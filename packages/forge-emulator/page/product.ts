import type { Parts } from '../assemble.ts';
import { SetupError } from '../errors.ts';
import { findViewModule } from '../manifest/index.ts';
import { ANONYMOUS, isPresent, mayInSpace, mayOnContent } from '../site/index.ts';
import { isShownTo, type ViewOptions } from '../view/index.ts';
import { renderHost, type DrawChrome, type ShownFrame } from './html.ts';
import type { Page, Pages } from './page.ts';
import type { Resources } from './resources.ts';

export interface Product {
  readonly parts: Parts;
  readonly pages: Pages;
  readonly resources: Resources;
  readonly cdn: string;
  readonly chrome: DrawChrome | undefined;
}

/** What a person may see of a page of the product; `undefined` where there is nothing for them. */
export function showPage(product: Product, url: URL): string | undefined {
  const as = url.searchParams.get('as') ?? '';
  const user = product.parts.site.users.get(as);
  if (as !== ANONYMOUS && (!user || !isPresent(user))) return undefined;
  const colorMode = url.searchParams.get('colorMode') === 'dark' ? 'dark' : 'light';
  const page = product.pages.open(colorMode);
  const app = /^\/wiki\/apps\/([^/]+)$/.exec(url.pathname)?.[1];
  if (app !== undefined) return showModule(product, page, app, url);
  const content = /^\/wiki\/spaces\/[^/]+\/pages\/([^/]+)$/.exec(url.pathname)?.[1];
  return content === undefined ? undefined : showContent(product, page, url, content);
}

/** A page with its macros. */
function showContent({ parts, ...product }: Product, page: Page, address: URL, id: string) {
  const as = address.searchParams.get('as') ?? '';
  const content = parts.site.content.get(id);
  if (!content || !mayOnContent(parts.site, as, 'read', content)) return undefined;
  const shown = (content.macros ?? []).filter(({ module }) =>
    isShown({ parts, ...product }, module, as),
  );
  const frames = shown.map(({ module, localId, config }) => {
    const options = { as, module, content: id, localId, ...(config ? { config } : {}) };
    return addFrame({ parts, ...product }, page, options);
  });
  const { displayName } = parts.site.user(as);
  const { title, body = '' } = content;
  const chrome = product.chrome?.({ as, address });
  return renderHost({ page, chrome, title, person: displayName, body, frames });
}

/** One module alone: a global or space page, a macro to look at, or its configuration. */
function showModule(product: Product, page: Page, module: string, address: URL) {
  const { searchParams: query } = address;
  const { site } = product.parts;
  const options: ViewOptions = {
    as: query.get('as') ?? '',
    module,
    ...optional('content', query.get('content')),
    ...optional('space', query.get('space')),
    ...optional('localId', query.get('localId')),
  };
  const content = options.content === undefined ? undefined : site.content.get(options.content);
  if (content && !mayOnContent(site, options.as, 'read', content)) return undefined;
  if (options.space !== undefined) {
    if (!mayInSpace(site, options.as, 'read', site.spaceByKey(options.space))) return undefined;
  }
  if (!isShown(product, module, options.as)) return undefined;
  const frame = addFrame(product, page, options, query.get('show') === 'config');
  const person = site.user(options.as).displayName;
  const chrome = product.chrome?.({ as: options.as, address });
  return renderHost({ page, chrome, title: frame.title, person, body: '', frames: [frame] });
}

function isShown({ parts: { manifest, site } }: Product, key: string, as: string): boolean {
  return isShownTo(findViewModule(manifest, key).module, site.user(as));
}

function addFrame(product: Product, page: Page, options: ViewOptions, configures = false) {
  const { module } = findViewModule(product.parts.manifest, options.module);
  const config = typeof module.config === 'object' ? module.config : {};
  const { resource: reference, viewportSize } = configures ? config : module;
  if (reference === undefined) {
    throw new SetupError(`'${module.key}' has no resource to show: only Custom UI is emulated.`);
  }
  const { site, translations } = product.parts;
  const { locale = 'en-US' } = site.user(options.as);
  const title = translations.say(module.title, locale) ?? module.key;
  return {
    ...addResource(product, page, options, { reference, title, closable: configures }),
    viewportSize,
  };
}

interface Shown {
  readonly reference: string;
  readonly title: string;
  readonly closable: boolean;
}

/** A modal shows the resource that it names, or the one of the frame that opens it. */
function addResource(product: Product, page: Page, options: ViewOptions, shown: Shown): ShownFrame {
  const { reference, title, closable } = shown;
  const id = product.pages.add(page, options, {
    configures: closable && options.modal === undefined,
    openModal: (modal, resource) =>
      addResource(product, page, modal, {
        reference: resource ?? reference,
        title,
        closable: true,
      }),
  });
  const src = product.cdn + product.resources.entry(reference);
  return { id, title, src, closable };
}

function optional<Name extends string>(name: Name, value: string | null) {
  return (value === null ? {} : { [name]: value }) as Partial<Record<Name, string>>;
}
