/** Our fields in SharePoint's property pane, and all that only a pane needs: a chunk of its own. */
import {
  PropertyPaneCheckbox,
  PropertyPaneChoiceGroup,
  PropertyPaneFieldType,
  PropertyPaneLabel,
  PropertyPaneLink,
  PropertyPaneSlider,
} from '@microsoft/sp-property-pane';
import type {
  IPropertyPaneCustomFieldProps,
  IPropertyPaneField,
} from '@microsoft/sp-property-pane';
import { inReadersLanguage } from '@kantine/elements';
import { checkHash } from '../page/check-link.ts';
import type { Field } from '../pane/field.ts';
import { themePane } from '../pane/pane-theme.ts';
import type { SiteTheme } from '../theme/theme.ts';

export { fieldsOf, loadPickers } from '../pane/fields.ts';
export { settingsOf } from '@kantine/elements/registry';
export { keptForm } from '../pane/kept-form.ts';

type PaneField = IPropertyPaneField<unknown>;

/** Readers never see a pane; owners find the check of their site below its fields. */
export const paneFields = (fields: readonly Field[], theme?: SiteTheme): PaneField[] => [
  ...fields.map((field) => paneField(field, theme)),
  checkLink(),
];

const checkWords = {
  en: 'Check this site (for its owners)',
  nl: 'Deze site controleren (voor eigenaren)',
  de: 'Diese Site prüfen (für ihre Besitzer)',
  fr: 'Vérifier ce site (pour ses propriétaires)',
};

/** The page in another tab, where nobody edits it. */
const checkLink = (): PaneField =>
  PropertyPaneLink('kantineCheck', {
    text: inReadersLanguage(checkWords),
    href: `${location.pathname}${withoutEditing(location.search)}${checkHash}`,
    target: '_blank',
  }) as PaneField;

/** SharePoint edits a page whose address says Mode=Edit. */
function withoutEditing(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) if (/^mode$/i.test(name)) parameters.delete(name);
  const kept = parameters.toString();
  return kept === '' ? '' : `?${kept}`;
}

function paneField(field: Field, theme: SiteTheme | undefined): PaneField {
  const { name } = field;
  switch (field.kind) {
    case 'number':
      return PropertyPaneSlider(name, { label: field.label, min: field.min, max: field.max });
    case 'switch':
      return PropertyPaneCheckbox(name, { text: field.label });
    case 'heading':
      return PropertyPaneLabel(name, { text: field.label });
    case 'choice':
      return PropertyPaneChoiceGroup(name, {
        label: field.label,
        options: field.options.map(({ key, text, icon }) => ({
          key,
          text,
          iconProps: { officeFabricIconFontName: icon },
        })),
      });
    case 'element':
      return elementField(field, theme);
  }
}

function elementField(
  { name, render }: Extract<Field, { kind: 'element' }>,
  theme: SiteTheme | undefined,
): IPropertyPaneField<IPropertyPaneCustomFieldProps> {
  return {
    type: PropertyPaneFieldType.Custom,
    targetProperty: name,
    properties: {
      key: `kantine-${name}`,
      onRender: (root, _context, changed) => {
        themePane(root, theme);
        render(root, (value) => changed?.(name, value));
      },
      onDispose: (root) => root.replaceChildren(),
    },
  };
}
