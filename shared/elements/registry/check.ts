/** What the compiler cannot see of the declarations; nothing is generated while there is such a problem. */
import { settingsOf } from './edit.ts';
import type { EditableSetting } from './edit.ts';
import { surfaceProblems } from './check-surfaces.ts';
import type { Widget } from './declaration.ts';
import { missingWords } from './missing-words.ts';
import type { Setting } from './setting.ts';

/** A declaration, and the folder of `shared/elements` that it was found in. */
export interface RegisteredWidget {
  readonly folder: string;
  readonly widget: Widget;
}

/** What a module exports before anybody has looked at it. */
interface Found {
  readonly folder: string;
  readonly widget: Partial<Widget> | undefined;
}

/** @returns a sentence for each problem; none for declarations from which everything can be generated. */
export function problemsOf(registered: readonly Found[]): readonly string[] {
  return [
    ...registered.flatMap(({ folder, widget }) =>
      [...ownProblems(widget)].map((problem) => `${folder}/widget.ts: ${problem}`),
    ),
    ...twice(registered),
  ];
}

const tagName = /^kantine(-[a-z]+)+$/;
const kinds: readonly string[] = [
  'group',
  'person',
  'number',
  'choice',
  'switches',
] satisfies Setting['kind'][];

function* ownProblems(widget: Found['widget']): Generator<string> {
  if (!widget?.surfaces || !widget.settings) {
    yield 'it declares no widget.';
    return;
  }
  const { tag = '', icon = '', title, description } = widget;
  if (!tagName.test(tag)) yield `“${tag}” is no tag of ours.`;
  if (icon === '') yield 'it has no icon.';
  yield* missingWords('title', title);
  yield* missingWords('description', description);
  const unknown = Object.entries(widget.settings).filter(([, { kind }]) => !kinds.includes(kind));
  for (const [property, { kind }] of unknown) yield `${property} is of no kind, but “${kind}”.`;
  // What a setting of no kind is about, nobody can say.
  if (unknown.length > 0) return;
  yield* surfaceProblems(widget as Widget);
  for (const setting of settingsOf(widget as Widget)) yield* settingProblems(setting);
}

function* settingProblems(setting: EditableSetting): Generator<string> {
  const { kind, name } = setting;
  if (kind === 'group') return;
  yield* missingWords(`label of ${name}`, setting.label);
  if (kind === 'number') {
    const { least, most, usual } = setting;
    if (!(least >= 1 && least <= usual && usual <= most)) yield `${name} has no order of numbers.`;
  } else if (kind === 'choice') {
    if (!setting.values.includes(setting.usual)) yield `${name} does not offer its usual choice.`;
    for (const [value, { words }] of Object.entries(setting.options)) {
      yield* missingWords(`choice ${value} of ${name}`, words);
    }
  } else if (kind === 'switches') {
    for (const [value, words] of Object.entries(setting.options)) {
      yield* missingWords(`switch ${value} of ${name}`, words);
    }
  }
}

/** Ids that two widgets, or two surfaces of one, claim. */
function twice(registered: readonly Found[]): readonly string[] {
  const claims = registered.flatMap(({ widget }) =>
    widget?.surfaces ? [...claimsOf(widget as Widget)] : [],
  );
  return [...new Set(claims.filter((claim, index) => claims.indexOf(claim) !== index))].map(
    (claim) => `${claim} is there twice.`,
  );
}

function* claimsOf({ tag, surfaces, settings }: Widget): Generator<string> {
  yield `The tag ${tag}`;
  const { webPart, spacePage, globalPage } = surfaces;
  if (webPart) {
    yield `The id ${webPart.id}`;
    yield `The alias ${webPart.alias}`;
  }
  for (const surface of Object.values(surfaces)) {
    if ('key' in (surface as object)) yield `The key ${(surface as { key: string }).key}`;
  }
  if (spacePage) yield `The route ${spacePage.route} in a space`;
  if (globalPage) yield `The route ${globalPage.route} of the site`;
  for (const { name } of settingsOf({ settings } as Widget)) yield `The setting ${name} of ${tag}`;
}
