/**
 * Pages and installations that exist refer to what versions before have shipped. A version's part of
 * shipped.json never changes; a version that is released adds its own, and its digest here.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsOf } from '@kantine/elements/registry';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRegistry } from '../generate/index.ts';
import shippedVersions from './shipped.json' with { type: 'json' };

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readJson = (path: string): unknown => JSON.parse(read(path));

type Names = Readonly<Record<string, readonly string[]>>;

interface Shipped {
  readonly elements: Names;
  readonly choices: Names;
  readonly sharePoint: {
    readonly solution: string;
    readonly feature: string;
    readonly webParts: Readonly<
      Record<string, { readonly id: string; readonly properties: readonly string[] }>
    >;
  };
  readonly confluence: {
    readonly modules: Names;
    readonly routes: Readonly<Record<string, string>>;
    readonly resources: Names;
    readonly configurations: Names;
  };
}

interface WebPartManifest {
  readonly id: string;
  readonly alias: string;
  readonly preconfiguredEntries: readonly { readonly properties: object }[];
}

interface ForgeManifest {
  readonly modules: Readonly<
    Record<string, readonly { readonly key: string; readonly route?: string }[]>
  >;
  readonly resources: readonly { readonly key: string; readonly entry?: object }[];
}

const digests: Readonly<Record<string, string>> = {
  '0.1.0': '42eddfd4ec7c54484d96d891049600caefbfed2702238097ce7a315d7d3a0055',
};

const registry = await readRegistry(root);
const widgetWith = (surface: 'webPart' | 'macro', name: string) =>
  registry.find(({ widget: { surfaces } }) =>
    surface === 'webPart' ? surfaces.webPart?.alias === name : surfaces.macro?.key === name,
  )?.widget;
const settingNames = (widget: ReturnType<typeof widgetWith>): readonly string[] =>
  widget ? settingsOf(widget).map(({ name }) => name) : [];

const bundle = readJson('packages/sharepoint-webparts/config/config.json') as {
  readonly bundles: {
    readonly kantine: { readonly components: readonly { readonly manifest: string }[] };
  };
};
const webParts = bundle.bundles.kantine.components.map(
  ({ manifest }) => readJson(join('packages/sharepoint-webparts', manifest)) as WebPartManifest,
);
const forge = parse(read('packages/confluence-app/manifest.yml')) as ForgeManifest;

it('the versions that were released are all there, and as they were', () => {
  const parts = Object.entries(shippedVersions).map(([version, part]) => [
    version,
    createHash('sha256').update(JSON.stringify(part)).digest('hex'),
  ]);
  expect(Object.fromEntries(parts)).toEqual(digests);
});

describe.each(Object.entries(shippedVersions as Readonly<Record<string, Shipped>>))(
  'what version %s has shipped is still there:',
  (_, { elements, choices, sharePoint, confluence }) => {
    it.each(Object.entries(elements))('the element %s and its properties %j', (tag, properties) => {
      const found = registry.find(({ widget }) => widget.tag === tag);
      const settable = [
        ...settingsOf(found?.widget ?? noElement()).map(({ property }) => property),
        ...(found?.widget.surfaces.byline ? [found.widget.surfaces.byline.author] : []),
      ];
      expect(settable).toEqual(expect.arrayContaining([...properties]));
    });

    it.each(Object.entries(choices))('the choices of %s: %j', (name, values) => {
      const offered = registry
        .flatMap(({ widget }) => settingsOf(widget))
        .filter((setting) => setting.name === name && 'values' in setting);
      expect(offered).not.toEqual([]);
      for (const setting of offered) {
        expect('values' in setting && setting.values).toEqual(expect.arrayContaining([...values]));
      }
    });

    it('the solution in the app catalog and its feature', () => {
      const { solution } = readJson(
        'packages/sharepoint-webparts/config/package-solution.json',
      ) as {
        solution: { id: string; features: readonly { id: string }[] };
      };
      expect(solution.id).toBe(sharePoint.solution);
      expect(solution.features.map(({ id }) => id)).toContain(sharePoint.feature);
    });

    it.each(Object.entries(sharePoint.webParts))(
      'the web part %s, its id and its properties',
      (alias, { id, properties }) => {
        const found = webParts.find((each) => each.alias === alias);
        expect(found?.id).toBe(id);
        const kept = Object.keys(found?.preconfiguredEntries[0]?.properties ?? {});
        expect(kept).toEqual(expect.arrayContaining([...properties]));
        expect(settingNames(widgetWith('webPart', alias))).toEqual(
          expect.arrayContaining([...properties]),
        );
      },
    );

    it.each(Object.entries(confluence.modules))('the modules of %s: %j', (type, keys) => {
      const there = forge.modules[type]?.map(({ key }) => key);
      expect(there).toEqual(expect.arrayContaining([...keys]));
    });

    it.each(Object.entries(confluence.routes))('the route of %s: %s', (key, route) => {
      const found = Object.values(forge.modules)
        .flat()
        .find((each) => each.key === key);
      expect(found?.route).toBe(route);
    });

    it.each(Object.entries(confluence.resources))('the resource %s: %j', (key, entries) => {
      const found = forge.resources.find((each) => each.key === key);
      expect(Object.keys(found?.entry ?? {})).toEqual(expect.arrayContaining([...entries]));
    });

    it.each(Object.entries(confluence.configurations))(
      'the configuration of the macro %s: %j',
      (key, names) => {
        expect(widgetWith('macro', key)).toBeDefined();
        expect(settingNames(widgetWith('macro', key))).toEqual(expect.arrayContaining([...names]));
      },
    );
  },
);

function noElement(): never {
  throw new RangeError('There is no such element.');
}
