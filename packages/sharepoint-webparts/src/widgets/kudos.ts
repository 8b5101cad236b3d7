import { kudosValues } from '@kantine/core';
import type { KudosValue } from '@kantine/core';
import type { Kudos } from '@kantine/elements';
import type { Words } from '../words.ts';
import type { Widget } from './widget.ts';

export interface KudosProperties {
  readonly count: number;
  /** What is not named here is offered. */
  readonly values: Readonly<Partial<Record<KudosValue, boolean>>>;
}

const valueWord: Record<KudosValue, keyof Words> = {
  'helps-out': 'HelpsOut',
  'shares-knowledge': 'SharesKnowledge',
  'dares-to-try': 'DaresToTry',
  'keeps-promises': 'KeepsPromises',
  'brings-joy': 'BringsJoy',
};

/** Without any there is nothing to thank for: then all of them count. */
function chosenValues({ values }: KudosProperties): readonly KudosValue[] {
  const chosen = kudosValues.filter((value) => values[value] !== false);
  return chosen.length === 0 ? kudosValues : chosen;
}

export const kudos: Widget<KudosProperties> = {
  tag: 'kantine-kudos',
  load: () => import(/* webpackChunkName: 'kudos' */ '@kantine/elements/kudos/define'),
  apply(element, properties) {
    const feed = element as HTMLElement & Pick<Kudos, 'count' | 'values'>;
    feed.count = properties.count;
    feed.values = chosenValues(properties);
  },
  pane: ({ words }) => [
    { kind: 'number', name: 'count', label: words.Thanks, min: 1, max: 20 },
    { kind: 'heading', name: 'valuesHeading', label: words.Values },
    ...kudosValues.map((value) => ({
      kind: 'switch' as const,
      name: `values.${value}`,
      label: words[valueWord[value]],
    })),
  ],
};
