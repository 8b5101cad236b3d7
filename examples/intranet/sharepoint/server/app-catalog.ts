/** An app catalog with one package in it: what SharePoint does with an .sppkg. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Manifest } from './runtime.ts';

export interface DeployedPackage {
  readonly manifests: readonly Manifest[];
  /** Reads one of the package's client-side assets. */
  asset(name: string): Uint8Array | undefined;
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  lt: '<',
  gt: '>',
  apos: "'",
  amp: '&',
};
const decoded = (xml: string): string =>
  xml.replace(/&(quot|lt|gt|apos|amp);/g, (_, name: string) => entities[name] ?? '');

/** @param assets where the assets will be served. */
export function deploy(file: string, assets: string): DeployedPackage {
  const files = unzipSync(readFileSync(file));
  const manifests = Object.entries(files)
    .filter(([name]) => /\/WebPart_[\w-]+\.xml$/.test(name))
    .map(([, bytes]) => {
      const found = /ComponentManifest="([^"]+)"/.exec(strFromU8(bytes))?.[1] ?? '';
      const manifest = JSON.parse(decoded(found)) as Manifest;
      manifest.loaderConfig.internalModuleBaseUrls = [assets];
      return manifest;
    });
  return { manifests, asset: (name) => files[`ClientSideAssets/${name}`] };
}
