/** What an editor of a page chooses for a widget, as data; the hosts draw the forms. */
import type { Words } from './words.ts';

interface Kept {
  /**
   * The name under which pages keep the choice, where that is not the element's property. Pages that
   * exist hold it, so it never changes.
   */
  readonly keptAs?: string;
}

/** One of the groups, or none yet. The picker of groups brings its own label. */
interface GroupSetting extends Kept {
  readonly kind: 'group';
}

/** One person; without one the element gets `undefined`. */
interface PersonSetting extends Kept {
  readonly kind: 'person';
  readonly label: Words;
}

/** A whole number. `usual` holds where nothing was chosen. */
interface NumberSetting extends Kept {
  readonly kind: 'number';
  readonly label: Words;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

export interface ChoiceOption {
  readonly words: Words;
  /** A name in SharePoint's icon font. */
  readonly icon: string;
}

/** One of several values. `usual` holds where nothing was chosen. */
interface ChoiceSetting<Value extends string = string> extends Kept {
  readonly kind: 'choice';
  readonly label: Words;
  readonly options: Readonly<Partial<Record<Value, ChoiceOption>>>;
  readonly usual: NoInfer<Value>;
}

/** Any of several values. All of them hold where nothing, or none of them, was chosen. */
interface SwitchesSetting<Value extends string = string> extends Kept {
  readonly kind: 'switches';
  readonly label: Words;
  readonly options: Readonly<Record<Value, Words>>;
}

export type Setting =
  GroupSetting | PersonSetting | NumberSetting | ChoiceSetting | SwitchesSetting;

/** The settings that can give a property of an element its value. */
type SettingFor<Value> = [Value] extends [readonly (infer Item extends string)[]]
  ? SwitchesSetting<Item>
  : [Value] extends [number]
    ? NumberSetting
    : [string, Value] extends [Value, string]
      ? GroupSetting | PersonSetting
      : [Value] extends [string]
        ? ChoiceSetting<Value>
        : never;

/** Settings by the property of the element that each of them sets. */
export type SettingsOf<Element> = {
  readonly [Property in keyof Element]?: SettingFor<NonNullable<Element[Property]>>;
};
