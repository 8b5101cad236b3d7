/**
 * The declaration of a widget: where it may stand, what it is called there, what an editor may choose.
 * It is plain data, so that Node can read it: web parts, the modules of the Forge manifest, forms and the
 * documentation are generated from it. Ids and keys are written there once and never derived: pages that
 * exist refer to them.
 */
import type { Setting, SettingsOf } from './setting.ts';
import type { Words } from './words.ts';

/** A UUID; generating checks it to the letter. */
type ComponentId = `${string}-${string}-${string}-${string}-${string}`;

/** How high a widget is about, in pixels, for pages that reserve its height until it has its content. */
export interface Outline {
  /** What stands above its rows. */
  readonly head: number;
  /** A row: a post, a group, a thank-you. */
  readonly row: number;
  /** How many rows, or the name of the setting that says it. */
  readonly rows: number | string;
  /** What is otherwise where the setting `layout` is `compact`. */
  readonly compact?: Partial<Omit<Outline, 'compact'>>;
}

/** A web part of SharePoint and of Teams. */
export interface WebPartSurface<Element = unknown> {
  /** SharePoint's component id. */
  readonly id: ComponentId;
  /** The name of its class. */
  readonly alias: `${string}WebPart`;
  /** The category of SharePoint's toolbox. */
  readonly toolbox: 'feeds' | 'people';
  /** In a section with a flexible layout, in that layout's columns and rows. */
  readonly size: { readonly columns: number; readonly rows: number };
  /** More entries of the toolbox: the same web part with other values of its settings. */
  readonly presets?: readonly Preset<Element>[];
}

/** A card on a dashboard of Viva Connections, which shows how much there is and leads to the page. */
export interface CardSurface {
  /** SharePoint's component id. */
  readonly id: ComponentId;
  /** The name of its class. */
  readonly alias: `${string}Card`;
}

export interface Preset<Element = unknown> {
  readonly title: Words;
  readonly description: Words;
  /** By the element's properties. */
  readonly sets: Readonly<Partial<Element>>;
}

/** A macro of Confluence. */
interface MacroSurface {
  /** The key of the module. */
  readonly key: string;
  /** Whether its settings open when it is inserted, since it shows nothing without. */
  readonly opensOnInsert?: true;
  /** An export of the page shows the newest posts of its group; others are a sentence with a link there. */
  readonly exportsPosts?: true;
}

/** A page of the app, in each space of Confluence or for the whole site. */
interface PageSurface {
  readonly key: string;
  /** The end of its address. */
  readonly route: string;
  /** The name of the product unless told. */
  readonly title?: Words;
}

/** A feed on Confluence's homepage. */
interface FeedSurface {
  readonly key: string;
  /** The name of the product unless told. */
  readonly title?: Words;
}

/** Beside the title of a page in Confluence: about the page's author. */
interface BylineSurface<Element = unknown> {
  readonly key: string;
  readonly title: Words;
  readonly tooltip: Words;
  /** The property that takes the author's id. */
  readonly author: keyof Element & string;
  /** Values of other properties, which nobody chooses here. */
  readonly sets?: Readonly<Partial<Element>>;
}

export interface Surfaces<Element = unknown> {
  readonly webPart?: WebPartSurface<Element>;
  readonly card?: CardSurface;
  readonly macro?: MacroSurface;
  readonly spacePage?: PageSurface;
  readonly globalPage?: PageSurface;
  readonly homepageFeed?: FeedSurface;
  readonly byline?: BylineSurface<Element>;
}

interface Common {
  readonly tag: `kantine-${string}`;
  readonly title: Words;
  /** One sentence. */
  readonly description: Words;
  /** SVG shapes on a square of 24 by 24, drawn as lines of two units without a filling. */
  readonly icon: string;
  /** A few rows unless told. */
  readonly outline?: Outline;
}

interface DeclarationOf<Element> extends Common {
  readonly surfaces: Surfaces<Element>;
  readonly settings: SettingsOf<Element>;
}

/** A declaration, whatever its element is. */
export interface Widget extends Common {
  readonly surfaces: Surfaces<Readonly<Record<string, unknown>>>;
  readonly settings: Readonly<Record<string, Setting>>;
}

/**
 * Declares a widget. Its folder holds the declaration as `widget` of `widget.ts`, and a `define.ts` that
 * registers the element.
 * @typeParam Element the class of the element; import it as a type alone.
 */
export const defineWidget = <Element>(declaration: DeclarationOf<Element>): Widget =>
  declaration as unknown as Widget;
