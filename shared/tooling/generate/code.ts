/** Code that is the same in every generated file. */
import { settingsOf, withoutWords } from '@kantine/elements/registry';
import type { RegisteredWidget } from '@kantine/elements/registry';

/** Names of chunks, where a bundler takes them. */
export interface ChunkNames {
  readonly element?: string;
  readonly declaration?: string;
}

/** @returns the properties of a `WidgetEntry`, as code. */
export function entryCode({ folder, widget }: RegisteredWidget, chunks: ChunkNames = {}): string {
  const settings = JSON.stringify(settingsOf(widget).map(withoutWords));
  const load = importCode(`@kantine/elements/${folder}/define`, chunks.element);
  const declaration = importCode(`@kantine/elements/${folder}/widget`, chunks.declaration);
  return `tag: '${widget.tag}',
    settings: ${settings},
    load: () => ${load},
    declaration: () => ${declaration},`;
}

function importCode(from: string, chunk: string | undefined): string {
  const name = chunk === undefined ? '' : `/* webpackChunkName: '${chunk}' */ `;
  return `import(${name}'${from}')`;
}
