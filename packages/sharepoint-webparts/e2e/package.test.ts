/** The package as an administrator gets it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensurePackage, packageRoot } from '../build/ensure.ts';

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
    readonly scriptResources: Record<
      string,
      { readonly type: string; readonly path?: string; readonly paths?: Record<string, unknown> }
    >;
  };
}

const languages = ['default', 'nl-nl', 'de-de', 'fr-fr'];
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
  const entries = Object.entries(unzipSync(readFileSync(await ensurePackage())));
  files = Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
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

  it('has a web part for each element', () => {
    expect(manifests.map(({ alias }) => alias).sort()).toEqual([
      'GroupsWebPart',
      'KudosWebPart',
      'ProfileCardWebPart',
      'WallWebPart',
    ]);
    expect(new Set(manifests.map(({ id }) => id)).size).toBe(4);
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
      expect(Object.keys(title).sort()).toEqual([...languages].sort());
      expect(Object.keys(description).sort()).toEqual([...languages].sort());
      expect(iconImageUrl).toMatch(/^data:image\/svg\+xml,/);
    }
    const icons = manifests.map(({ preconfiguredEntries: [first] }) => first?.iconImageUrl);
    expect(new Set(icons).size).toBe(manifests.length);
  });

  it('holds every file that a web part loads, and the words of its pane in four languages', () => {
    for (const { loaderConfig } of manifests) {
      for (const { type, path, paths } of Object.values(loaderConfig.scriptResources)) {
        if (type === 'path') expect(files).toHaveProperty([`ClientSideAssets/${path ?? ''}`]);
        if (type !== 'localizedPath') continue;
        expect(Object.keys(paths ?? {})).toEqual(
          expect.arrayContaining(['en-US', 'nl-NL', 'de-DE', 'fr-FR']),
        );
      }
    }
  });

  it.each([
    'kantine-wall',
    'kantine-kudos',
    'kantine-profile-card',
    'kantine-groups',
    'kantine-setup',
  ])('registers %s somewhere, and not only its type', (tag) => {
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
