/** The package as an administrator gets it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@kantine/elements/registry';
import { readRegistry } from '@kantine/tooling/generate';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensurePackage, packageRoot } from '../build/ensure.ts';
import { cardsOf, webPartsOf } from '../build/generated.ts';

interface Entry {
  readonly title: Record<string, string>;
  readonly description: Record<string, string>;
  readonly iconImageUrl: string;
  readonly properties: Record<string, unknown>;
}

interface Manifest {
  readonly id: string;
  readonly alias: string;
  readonly supportedHosts: readonly string[];
  readonly supportsThemeVariants: boolean;
  readonly supportsFullBleed: boolean;
  readonly flexibleLayoutSizing: { readonly supportsDynamicResizing: boolean };
  readonly preconfiguredEntries: readonly Entry[];
  readonly loaderConfig: {
    readonly internalModuleBaseUrls: readonly string[];
    readonly scriptResources: Record<string, { readonly type: string; readonly path?: string }>;
  };
}

const registry = await readRegistry(join(packageRoot, '../..'));
const webParts = webPartsOf(registry);
const cards = cardsOf(registry);
const cultures = ['default', 'nl-nl', 'de-de', 'fr-fr'];
let bytes: Record<string, Uint8Array>;
let files: Record<string, string>;
let manifests: readonly Manifest[];

const text = (name: RegExp): string => {
  const found = Object.keys(files).find((file) => name.test(file));
  expect(found, `a file like ${name.source}`).toBeDefined();
  return files[found as string] as string;
};

const decoded = (xml: string): string =>
  xml
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

beforeAll(async () => {
  bytes = unzipSync(readFileSync(await ensurePackage()));
  files = Object.fromEntries(
    Object.entries(bytes).map(([name, content]) => [name, strFromU8(content)]),
  );
  manifests = Object.entries(files)
    .filter(([name]) => /WebPart_[\w-]+\.xml$/.test(name))
    .map(([, xml]) => {
      const manifest = /ComponentManifest="([^"]+)"/.exec(xml)?.[1] ?? '';
      return JSON.parse(decoded(manifest)) as Manifest;
    });
});

describe('kantine.sppkg', () => {
  it('is deployed to every site at once, with everything inside, and asks for no permission', () => {
    const app = text(/^AppManifest\.xml$/);
    expect(app).toContain('SkipFeatureDeployment="true"');
    expect(app).toContain('IsClientSideSolution="true"');
    expect(app).not.toContain('WebApiPermissionRequest');
    expect(app).not.toContain('IsDomainIsolated="true"');
    expect(Object.values(files).filter((file) => file.includes('<!-- PATH TO CDN -->'))).toEqual(
      [],
    );
  });

  it('says who made it', () => {
    const solution = JSON.parse(
      readFileSync(join(packageRoot, 'config/package-solution.json'), 'utf8'),
    ) as { solution: { developer: Record<string, string> } };
    const app = decoded(text(/^AppManifest\.xml$/));
    for (const fact of Object.values(solution.solution.developer)) expect(app).toContain(fact);
  });

  it('has a web part for each widget that declares one', () => {
    const ids = ({ id, alias }: { readonly id: string; readonly alias: string }) =>
      `${alias} ${id}`;
    expect(manifests.map(ids).sort()).toEqual(webParts.map(({ webPart }) => ids(webPart)).sort());
    expect(new Set(manifests.map(({ id }) => id)).size).toBe(webParts.length);
  });

  it('has a card for each widget that declares one, which leaves what pages load alone', () => {
    for (const { card } of cards) {
      expect(decoded(text(new RegExp(`AdaptiveCardExtension_${card.id}\\.xml$`)))).toContain(
        card.id,
      );
    }
    const [ofPages, ofCards] = [text(/\/kantine_\w+\.js$/), text(/\/kantine-cards_\w+\.js$/)];
    // What a dashboard gives cards is not there on pages: their script may not ask for it.
    expect(ofPages).not.toContain('sp-adaptive-card');
    // A dashboard loads no element, and neither loads a file of the other.
    expect(ofCards).not.toContain('customElements');
    expect(ofPages).not.toContain('"card-');
    for (const name of ['basics', 'messages', 'reading']) {
      expect(ofPages).toContain(`"${name}"`);
      expect(ofCards).not.toContain(`"${name}"`);
    }
  });

  it('lets each stand in any column, section, tab and app', () => {
    for (const manifest of manifests) {
      expect(manifest).toMatchObject({
        supportsThemeVariants: true,
        supportsFullBleed: true,
        flexibleLayoutSizing: { supportsDynamicResizing: true },
      });
      expect([...manifest.supportedHosts].sort()).toEqual([
        'SharePointFullPage',
        'SharePointWebPart',
        'TeamsPersonalApp',
        'TeamsTab',
      ]);
    }
  });

  it('shows each in the toolbox in four languages, with an icon of its own', () => {
    const entries = manifests.flatMap(({ preconfiguredEntries }) => preconfiguredEntries);
    for (const { title, description, iconImageUrl } of entries) {
      expect(Object.keys(title).sort()).toEqual([...cultures].sort());
      expect(Object.keys(description).sort()).toEqual([...cultures].sort());
      expect(iconImageUrl).toMatch(/^data:image\/svg\+xml,/);
    }
    const icons = manifests.map(({ preconfiguredEntries: [first] }) => first?.iconImageUrl);
    expect(new Set(icons).size).toBe(manifests.length);
  });

  it('holds every file that a web part loads', () => {
    for (const { loaderConfig } of manifests) {
      const resources = Object.values(loaderConfig.scriptResources);
      expect(resources.filter(({ type }) => type === 'path')).not.toEqual([]);
      for (const { type, path } of resources) {
        if (type === 'path') expect(files).toHaveProperty([`ClientSideAssets/${path ?? ''}`]);
      }
    }
  });

  it('holds the words of its panes in four languages, in a file of their own', () => {
    const pane = text(/\/chunk\.pane_\w+\.js$/);
    const first = text(/\/kantine_\w+\.js$/);
    for (const { widget } of webParts) {
      for (const language of languages) {
        expect(pane).toContain(widget.description[language]);
        expect(first).not.toContain(widget.description[language]);
      }
    }
  });

  it('has pictures for Teams, of the sizes that Teams asks for', () => {
    for (const { webPart } of webParts) {
      for (const [name, size] of [
        ['color', 192],
        ['outline', 32],
      ] as const) {
        const png = bytes[`ClientSideAssets/${webPart.id}_${name}.png`];
        const view = new DataView((png as Uint8Array).slice(16, 24).buffer);
        expect([view.getUint32(0), view.getUint32(4)]).toEqual([size, size]);
      }
    }
  });

  const tags = [...webParts.map(({ widget }) => widget.tag), 'kantine-setup', 'kantine-site-check'];
  it.each(tags)('registers %s somewhere, and not only its type', (tag) => {
    const scripts = Object.entries(files).filter(([name]) => name.endsWith('.js'));
    const defined = scripts.filter(([, code]) => code.includes(`("${tag}",`));
    expect(defined.length).toBeGreaterThan(0);
  });

  it('evaluates no text as code', () => {
    const scripts = Object.entries(files).filter(([name]) => name.endsWith('.js'));
    for (const [name, code] of scripts) {
      expect(/\beval\(|new Function\(/.test(code), name).toBe(false);
    }
  });
});
