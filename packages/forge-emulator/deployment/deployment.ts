/**
 * Later versions of an app. One that asks for nothing more is a minor one, which reaches every site at
 * once and tells nobody; any other is a major one, which waits for consent, and only that is an event.
 * https://developer.atlassian.com/platform/forge/versions/
 */
import { isDeepStrictEqual } from 'node:util';
import { SetupError } from '../errors.ts';
import { readManifest, type Manifest } from '../manifest/index.ts';

export type Version = 'minor' | 'major';

interface Target {
  /** Everything holds this one object, which a deployment changes. */
  readonly manifest: Manifest;
  /** Takes the functions, pages and texts from the folder from now on. */
  readonly moveTo: (app: string) => void;
}

export class Deployment {
  readonly #target: Target;
  #pending: { readonly app: string; readonly manifest: Manifest } | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  /** @returns which version the folder is; a major one is there after `install`. */
  deploy(app: string): Version {
    const manifest = readManifest(app);
    const version = { app, manifest };
    if (isDeepStrictEqual(manifest.permissions, this.#target.manifest.permissions)) {
      this.#install(version);
      return 'minor';
    }
    this.#pending = version;
    return 'major';
  }

  /** Somebody who administers the site consents to what the new version asks for. */
  consent(): void {
    if (!this.#pending) throw new SetupError('No version of the app waits for consent.');
    this.#install(this.#pending);
    this.#pending = undefined;
  }

  #install({ app, manifest }: { readonly app: string; readonly manifest: Manifest }): void {
    for (const key of Object.keys(this.#target.manifest)) {
      Reflect.deleteProperty(this.#target.manifest, key);
    }
    Object.assign(this.#target.manifest, manifest);
    this.#target.moveTo(app);
  }
}
