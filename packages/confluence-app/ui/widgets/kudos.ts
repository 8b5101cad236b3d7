import { kudosValues } from '@kantine/core';
import type { KudosValue } from '@kantine/core';
import { valueName } from '@kantine/elements/kudos/values';
import { numberIn } from './widget.ts';
import type { Config, Widget } from './widget.ts';

/** Without any there is nothing to thank for: then all of them count. */
function valuesIn({ values }: Config): readonly KudosValue[] {
  const chosen = Array.isArray(values) ? kudosValues.filter((one) => values.includes(one)) : [];
  return chosen.length === 0 ? kudosValues : chosen;
}

export const kudos: Widget = {
  tag: 'kantine-kudos',
  load: () => import('@kantine/elements/kudos/define'),
  properties: ({ config }) => ({
    count: numberIn(config, 'count', 5, 20),
    values: valuesIn(config),
  }),
  fields: (words) => [
    { kind: 'number', name: 'count', label: words.thanks, min: 1, max: 20, usual: 5 },
    {
      kind: 'switches',
      name: 'values',
      label: words.values,
      options: kudosValues.map((value) => [value, valueName(value)] as const),
    },
  ],
};

/** Beside the title of a page: thanks whoever wrote it. */
export const thankAuthor: Widget = {
  ...kudos,
  properties: ({ author }) => ({ count: 3, recipient: author }),
  fields: () => [],
  needsAuthor: true,
};
