/** What the compiler cannot see of the places where a widget may stand. */
import type { CardSurface, Preset, Surfaces, Widget, WebPartSurface } from './declaration.ts';
import { settingsOf } from './edit.ts';
import type { EditableSetting } from './edit.ts';
import { missingWords } from './missing-words.ts';
import { readSetting } from './read.ts';
import type { Words } from './words.ts';

type AllSurfaces = Surfaces<Readonly<Record<string, unknown>>>;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const className = /^([A-Z][a-z]+)+WebPart$/;
const cardName = /^([A-Z][a-z]+)+Card$/;
/** Of a module's key, and of the end of an address. */
const lowerCase = /^[a-z]+(-[a-z]+)*$/;

const toolboxes: readonly string[] = ['feeds', 'people'] satisfies WebPartSurface['toolbox'][];

/** What the sentences call each kind of surface. */
const surfaceNames: Readonly<Record<keyof AllSurfaces, string>> = {
  webPart: 'web part',
  card: 'card',
  macro: 'macro',
  spacePage: 'page of a space',
  globalPage: 'page of the site',
  homepageFeed: 'feed',
  byline: 'byline',
};

/** @returns a sentence for each problem with a place where the widget may stand. */
export function* surfaceProblems({ surfaces, settings }: Widget): Generator<string> {
  const { webPart, card, byline } = surfaces;
  const declared = Object.entries(surfaces);
  if (declared.length === 0) yield 'it stands nowhere.';
  if (webPart) yield* webPartProblems(webPart, settingsOf({ settings } as Widget));
  if (card) yield* cardProblems(card);
  for (const [surface, value] of declared) {
    if (!Object.hasOwn(surfaceNames, surface)) yield `“${surface}” is no place for a widget.`;
    else if (surface !== 'webPart' && surface !== 'card')
      yield* moduleProblems(surface as keyof AllSurfaces, value as object);
  }
  if (!byline) return;
  yield* missingWords('tooltip of the byline', byline.tooltip);
  if ((byline.author as string | undefined) === undefined || byline.author.trim() === '') {
    yield 'its byline gives the author to no property.';
  }
}

/** A module of Confluence has a key, and where people see them an address and a title. */
function* moduleProblems(surface: keyof AllSurfaces, declared: object): Generator<string> {
  const {
    key = '',
    route = '',
    title,
  } = declared as {
    readonly key?: string;
    readonly route?: string;
    readonly title?: Words;
  };
  const name = surfaceNames[surface];
  if (!lowerCase.test(key)) yield `its ${name} has no key.`;
  const hasRoute = surface === 'spacePage' || surface === 'globalPage';
  if (hasRoute && !lowerCase.test(route)) yield `its ${name} has no route, but “${route}”.`;
  // Pages and feeds may have the name of the product.
  if (title || surface === 'byline') yield* missingWords(`title of the ${name}`, title);
}

function* cardProblems({ id, alias }: CardSurface): Generator<string> {
  if (!uuid.test(id)) yield `its card has no UUID, but “${id}”.`;
  if (!cardName.test(alias)) yield 'its card has no alias.';
}

function* webPartProblems(
  { id, alias, toolbox, size, presets = [] }: WebPartSurface,
  settings: readonly EditableSetting[],
): Generator<string> {
  if (!uuid.test(id)) yield `its web part has no UUID, but “${id}”.`;
  if (!className.test(alias)) yield 'its web part has no alias.';
  if (!toolboxes.includes(toolbox)) yield `“${toolbox}” is no category of the toolbox.`;
  const { columns = 0, rows = 0 } = (size as Partial<typeof size> | undefined) ?? {};
  if (![columns, rows].every((side) => Number.isInteger(side) && side > 0)) {
    yield 'its web part has no size.';
  }
  for (const preset of presets) yield* presetProblems(preset, settings);
}

/** An entry of the toolbox has words of its own, and sets what an editor could have chosen. */
function* presetProblems(
  { title, description, sets }: Preset,
  settings: readonly EditableSetting[],
): Generator<string> {
  yield* missingWords('title of a preset', title);
  yield* missingWords('description of a preset', description);
  for (const [property, value] of Object.entries(sets as Readonly<Record<string, unknown>>)) {
    const setting = settings.find((each) => each.property === property);
    if (!setting) yield `a preset sets ${property}, and there is no such setting.`;
    else if (!isChoosable(setting, value))
      yield `a preset sets ${property} to what nobody can choose.`;
  }
}

/** Whether a page that keeps the value gives the element the same. */
const isChoosable = (setting: EditableSetting, value: unknown): boolean =>
  JSON.stringify(readSetting(setting, { [setting.name]: value })) === JSON.stringify(value);
