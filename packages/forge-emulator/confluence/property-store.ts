import type { Space } from '../site/index.ts';

export interface Property {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly version: { readonly number: number; readonly createdAt: string };
}

/** Space properties: JSON that apps keep with a space, and that display conditions read. */
export class Properties {
  readonly #spaces = new Map<string, Map<string, Property>>();
  #lastId = 0;

  of(space: Space): Map<string, Property> {
    let properties = this.#spaces.get(space.id);
    if (!properties) this.#spaces.set(space.id, (properties = new Map<string, Property>()));
    return properties;
  }

  nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }
}
