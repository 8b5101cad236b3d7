/** Our fields in SharePoint's property pane, and all that only a pane needs: a chunk of its own. */
import {
  PropertyPaneCheckbox,
  PropertyPaneChoiceGroup,
  PropertyPaneFieldType,
  PropertyPaneLabel,
  PropertyPaneSlider,
} from '@microsoft/sp-property-pane';
import type {
  IPropertyPaneCustomFieldProps,
  IPropertyPaneField,
} from '@microsoft/sp-property-pane';
import type { Field } from '../pane/field.ts';

export { fieldsOf, loadPickers } from '../pane/fields.ts';
export { keptForm } from '../pane/kept-form.ts';

type PaneField = IPropertyPaneField<unknown>;

export const paneFields = (fields: readonly Field[]): PaneField[] => fields.map(paneField);

function paneField(field: Field): PaneField {
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
      return elementField(field);
  }
}

function elementField({
  name,
  render,
}: Extract<Field, { kind: 'element' }>): IPropertyPaneField<IPropertyPaneCustomFieldProps> {
  return {
    type: PropertyPaneFieldType.Custom,
    targetProperty: name,
    properties: {
      key: `kantine-${name}`,
      onRender: (root, _context, changed) => render(root, (value) => changed?.(name, value)),
      onDispose: (root) => root.replaceChildren(),
    },
  };
}
