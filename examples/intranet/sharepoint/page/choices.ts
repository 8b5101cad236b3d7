/** The choices at the top; most of them reload the page, as signing in to SharePoint would. */

export const parameters = new URLSearchParams(location.search);

/** The address of this page with one thing about it changed. */
export function addressWith(name: string, value: string): string {
  const changed = new URLSearchParams(parameters);
  changed.set(name, value);
  if (name === 'site') changed.delete('page');
  return `${location.pathname}?${changed.toString()}`;
}

export function element<Type extends HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as Type;
}

export function offer(
  id: string,
  choices: readonly { value: string; label: string }[],
  current: string,
): HTMLSelectElement {
  const select = element<HTMLSelectElement>(id);
  select.replaceChildren(...choices.map(({ value, label }) => new Option(label, value)));
  select.value = current;
  select.addEventListener('change', () => {
    // A theme is switched on the page that is open, as SharePoint does.
    if (select.dataset.live === 'true') {
      history.replaceState(null, '', addressWith(id, select.value));
      parameters.set(id, select.value);
    } else location.assign(addressWith(id, select.value));
  });
  return select;
}
