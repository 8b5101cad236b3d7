/** Fields of the property pane that elements of ours draw. */
import type { Community, PersonSummary } from '@kantine/core';
import type { GroupPicker, PeoplePicker } from '@kantine/elements';
import type { Field } from './field.ts';

export const loadGroupPicker = (): Promise<unknown> =>
  import(/* webpackChunkName: 'pickers' */ '@kantine/elements/group-picker/define');

export const loadPeoplePicker = (): Promise<unknown> =>
  import(/* webpackChunkName: 'pickers' */ '@kantine/elements/parts/people-picker/define');

/** The pane draws a field anew whenever anything changes; what is being typed in it stays. */
function elementIn<Type extends HTMLElement>(root: HTMLElement, tag: string): [Type, boolean] {
  const found = root.querySelector<Type>(tag);
  const element = found ?? (document.createElement(tag) as Type);
  if (!found) root.append(element);
  return [element, !found];
}

export const groupField = (name: string, value: string, community: Community): Field => ({
  kind: 'element',
  name,
  render(root, change) {
    const [picker, isNew] = elementIn<GroupPicker>(root, 'kantine-group-picker');
    Object.assign(picker, { community, value });
    if (isNew) {
      picker.addEventListener('kantine-change', (event) =>
        change((event as CustomEvent<string>).detail),
      );
    }
  },
});

export const personField = (
  name: string,
  label: string,
  value: string,
  community: Community,
): Field => ({
  kind: 'element',
  name,
  render(root, change) {
    const [picker, isNew] = elementIn<PeoplePicker>(root, 'kantine-people-picker');
    Object.assign(picker, { community, label });
    if (!isNew) return;
    picker.addEventListener('kantine-change', (event) => {
      // The last choice replaces the one before.
      picker.chosen = (event as CustomEvent<readonly PersonSummary[]>).detail.slice(-1);
      change(picker.chosen[0]?.id ?? '');
    });
    if (value !== '') void showPerson(picker, value, community);
  },
});

/** An id whose person cannot be read is left alone; choosing somebody replaces it. */
async function showPerson(picker: PeoplePicker, id: string, community: Community): Promise<void> {
  const card = await community.card.read({ person: id }).catch(() => undefined);
  if (card && picker.chosen.length === 0) picker.chosen = [card.person];
}
