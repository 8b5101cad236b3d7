import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupError } from '../errors.ts';
import { modulesOf, type Manifest } from '../manifest/index.ts';

export type Handler = (payload: unknown, request: unknown) => unknown;

export interface ForgeFunction {
  readonly key: string;
  readonly run: Handler;
  readonly timeoutSeconds: number | undefined;
}

const EXTENSIONS = ['.js', '.mjs', '.cjs', '.ts'];

/** Finds what `handler: file.export` means, in `src` or in the folder of `app.package`. */
export class Functions {
  readonly #manifest: Manifest;
  #folder = '';
  readonly #loaded = new Map<string, ForgeFunction>();

  constructor(manifest: Manifest, app: string) {
    this.#manifest = manifest;
    this.moveTo(app);
  }

  /** Finds functions in another folder from now on: another version of the app. */
  moveTo(app: string): void {
    this.#folder = resolve(app, this.#manifest.app.package?.path ?? 'src');
    this.#loaded.clear();
  }

  async load(key: string): Promise<ForgeFunction> {
    const loaded = this.#loaded.get(key) ?? (await this.#load(key));
    this.#loaded.set(key, loaded);
    return loaded;
  }

  async #load(key: string): Promise<ForgeFunction> {
    const definition = modulesOf(this.#manifest, 'function').find((each) => each.key === key);
    if (!definition?.handler) throw new SetupError(`The manifest has no function '${key}'.`);
    const at = definition.handler.lastIndexOf('.');
    const run = await this.#export(
      definition.handler.slice(0, at),
      definition.handler.slice(at + 1),
    );
    return { key, run, timeoutSeconds: definition.timeoutSeconds };
  }

  async #export(file: string, name: string): Promise<Handler> {
    const path = EXTENSIONS.map((extension) => resolve(this.#folder, file + extension)).find(
      (candidate) => existsSync(candidate),
    );
    if (!path) throw new SetupError(`There is no ${resolve(this.#folder, file)} with code in it.`);
    const module = (await import(pathToFileURL(path).href)) as ModuleOfApp;
    // Bundles are CommonJS, whose exports Node may offer as the default alone.
    const run = module[name] ?? (module.default as Record<string, unknown> | undefined)?.[name];
    if (typeof run !== 'function') throw new SetupError(`${path} exports no function '${name}'.`);
    return run as Handler;
  }
}

type ModuleOfApp = Record<string, unknown>;
