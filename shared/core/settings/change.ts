/** Changing what holds in the community: owners alone, and each change has its row in their log. */
import { Forbidden, Invalid } from '../kernel/errors.ts';
import { governedContainer, officeContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { acceptOptionalText, acceptText } from '../kernel/accept-text.ts';
import { settings } from './collection.ts';
import { longestMeaning, longestValueName, settingKey } from './read-settings.ts';
import type { OwnedValue } from './read-settings.ts';
import { isValueId } from './value-id.ts';

/** @throws Forbidden to who is no owner of the host */
export async function demandOwner({ containers }: Host): Promise<void> {
  const right = (await containers.rights([officeContainer])).get(officeContainer);
  if (right !== 'write') throw new Forbidden('the settings of the community');
}

/** A setting's kind, which of several it is, and what holds from now on. */
interface Change {
  readonly kind: 'value' | 'allowance' | 'languages';
  readonly name: string;
  readonly said: unknown;
}

/**
 * Notes in the log what was changed. Safe to repeat with the same key.
 * @param of what was changed: never a person, nor a group.
 */
export async function noteChange(
  { store }: Host,
  key: string,
  of: string,
  said: unknown,
): Promise<void> {
  const fields = { kind: 'change', name: key, said: JSON.stringify({ of, said }) };
  await store.insert(settings, officeContainer, settingKey('change', key), fields);
}

/** The log comes first: nothing holds of which it does not say since when and by whom. */
export async function change(host: Host, key: string, { kind, name, said }: Change): Promise<void> {
  const { store } = host;
  await demandOwner(host);
  const own = settingKey(kind, name);
  const fields = { kind, name, said: JSON.stringify(said) };
  await noteChange(host, key, name === '' ? kind : own, said);
  const { record, inserted } = await store.insert(settings, governedContainer, own, fields);
  // What another owner wrote since holds otherwise: one's own is written anew.
  if (!inserted) await store.update(settings, record, fields);
}

/** @throws Invalid where it has no name, or one is too long */
export function acceptValue(value: Omit<OwnedValue, 'id'> & { readonly id: string }): OwnedValue {
  const { id } = value;
  if (!isValueId(id)) {
    const data = { field: 'id', reason: 'unknown-value', actual: id } as const;
    throw new Invalid(data, `«${id}» is the id of no value.`);
  }
  const written = Object.entries(value.names).map(
    ([language, name]) =>
      [language, acceptOptionalText('name', name ?? '', longestValueName)] as const,
  );
  const names = Object.fromEntries(written.filter(([, name]) => name !== ''));
  // One from the start has names of its own.
  if (id.startsWith('own-') && Object.keys(names).length === 0) {
    acceptText('name', '', longestValueName);
  }
  if (value.until !== 0 && value.until <= value.from) {
    const data = { field: 'until', reason: 'malformed', actual: value.until } as const;
    throw new Invalid(data, 'It would end before it begins. Choose a later day.');
  }
  return {
    ...value,
    id,
    icon: acceptOptionalText('icon', value.icon, 16),
    names,
    meaning: acceptOptionalText('meaning', value.meaning, longestMeaning),
  };
}
