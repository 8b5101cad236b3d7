/** A modern SharePoint page on loopback: Microsoft's runtime in it, and the web parts of kantine.sppkg. */
import './no-web-fonts.ts';
import type { CanvasPage, Sites } from '../server/pages.ts';
import { openCanvas } from './canvas.ts';
import { element, offer, parameters, addressWith } from './choices.ts';
import type {
  LoaderData,
  ModuleLoader,
  Modules,
  ServiceScope,
  WebPartManifest,
} from './runtime.ts';
import { pageContextOf } from './page-context.ts';
import { signInWindow } from './sign-in.ts';
import type { Scheme } from './themes.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

interface Preload {
  readonly loaders: readonly string[];
  readonly people: readonly Named[];
  readonly person: Named;
  readonly token: string;
  readonly sites: Sites;
  readonly site: string;
  readonly webParts: readonly WebPartManifest[];
  readonly data: LoaderData;
}

declare global {
  interface Window {
    spModuleLoader?: ModuleLoader;
    /** Where the runtime's loader hands over to the page. */
    kantineSitePage?: (scope: ServiceScope, data: LoaderData, modules: Modules) => Promise<unknown>;
  }
}

const cultures: Readonly<Record<string, string>> = {
  en: 'en-US',
  nl: 'nl-NL',
  de: 'de-DE',
  fr: 'fr-FR',
};

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: address });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} did not arrive.`)));
    document.head.append(script);
  });
}

function showChoices({ people, person, sites, site, data }: Preload, scheme: Scheme): void {
  const byName = [...people].sort((a, b) => a.name.localeCompare(b.name));
  offer(
    'as',
    byName.map(({ id, name, title }) => ({ value: id, label: `${name} — ${title}` })),
    person.id,
  );
  const names = Object.keys(sites);
  offer(
    'site',
    names.map((value) => ({ value, label: value.replace('/sites/', '') })),
    site,
  );
  offer('language', languages, parameters.get('language') ?? 'en');
  const theme = offer('theme', themes, scheme);
  theme.dataset.live = 'true';
  const title = String(data.spPageContextInfo.webTitle);
  (document.querySelector('.site-title') as HTMLElement).textContent = title;
  (document.querySelector('.site-logo') as HTMLElement).textContent = title.slice(0, 1);
}

function showPages(pages: Readonly<Record<string, CanvasPage>>, current: string): void {
  const links = Object.entries(pages).map(([name, { title }]) => {
    const link = Object.assign(document.createElement('a'), {
      href: addressWith('page', name),
      textContent: title,
    });
    if (name === current) link.setAttribute('aria-current', 'page');
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  element('pages').replaceChildren(...links);
}

async function open(): Promise<void> {
  const response = await fetch(`/sharepoint/preload.json?${parameters.toString()}`);
  if (!response.ok) throw new Error(`The intranet answered ${response.status}.`);
  const preload = (await response.json()) as Preload;
  signInWindow(preload.token);
  const language = parameters.get('language') ?? 'en';
  const scheme: Scheme = parameters.get('theme') === 'dark' ? 'dark' : 'light';
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = scheme;
  showChoices(preload, scheme);
  const pages = preload.sites[preload.site] ?? {};
  const asked = parameters.get('page') ?? '';
  const name = asked in pages ? asked : (Object.keys(pages)[0] ?? '');
  const page = pages[name];
  if (!page) throw new Error('The site has no pages.');
  showPages(pages, name);
  element('edit').hidden = false;
  const title = document.querySelector('h1') as HTMLElement;
  title.textContent = page.title;

  window.kantineSitePage = async (scope, data, modules) => {
    pageContextOf(scope, data, modules);
    const canvas = await openCanvas({ page, scheme, modules, scope, webParts: preload.webParts });
    canvas.onSave(async (changed) => {
      const address = `/sharepoint/pages/${encodeURIComponent(name)}?${parameters.toString()}`;
      await fetch(address, { method: 'PUT', body: JSON.stringify(changed) });
    });
    element<HTMLSelectElement>('theme').addEventListener('change', ({ target }) => {
      canvas.setScheme((target as HTMLSelectElement).value as Scheme);
    });
    return canvas;
  };
  for (const loader of preload.loaders) await loadScript(loader);
  const loader = window.spModuleLoader;
  if (!loader) throw new Error('The runtime did not start.');
  loader._isTelemetryDisabled = true;
  const culture = cultures[language] ?? 'en-US';
  const spPageContextInfo = {
    ...preload.data.spPageContextInfo,
    currentCultureName: culture,
    currentUICultureName: culture,
  };
  await loader.start({ ...preload.data, spPageContextInfo }, (error) => {
    throw error;
  });
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
];

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

open().catch((error: unknown) => {
  console.error(error);
  element('trouble').hidden = false;
});
