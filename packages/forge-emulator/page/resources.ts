import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { SetupError } from '../errors.ts';
import type { Manifest } from '../manifest/index.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface ResourceFile {
  readonly type: string;
  readonly content: Buffer;
}

/** The folders that the manifest names under `resources`. */
export class Resources {
  readonly #of: { readonly manifest: Manifest; readonly app: string };

  /** @param of the version of the app that is there, which a deployment changes. */
  constructor(of: { readonly manifest: Manifest; readonly app: string }) {
    this.#of = of;
  }

  /** The path of what a module shows: `board` is its index.html, `board/wall` one of its entries. */
  entry(reference: string): string {
    const [key = '', name] = reference.split('/');
    const { entry } = this.#find(key);
    if (name === undefined) return `/${key}/index.html`;
    const file = entry?.[name];
    if (file === undefined) throw new SetupError(`The resource '${key}' has no entry '${name}'.`);
    return `/${key}/${file}`;
  }

  read(path: string): ResourceFile | undefined {
    const [, key = '', ...rest] = path.split('/');
    const folder = resolve(this.#of.app, this.#find(key).path);
    const file = join(folder, ...rest);
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return { type, content: readFileSync(file) };
  }

  #find(key: string) {
    const resource = this.#of.manifest.resources?.find((each) => each.key === key);
    if (!resource) throw new SetupError(`The manifest has no resource '${key}'.`);
    return resource;
  }
}
