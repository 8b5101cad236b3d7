/** How a page is looked into: by role and name, through shadow trees, as a person sees it. */

/** What a person looks for. */
export interface Wanted {
  readonly role:
    'button' | 'textbox' | 'combobox' | 'option' | 'radio' | 'dialog' | 'heading' | 'any';
  /** All of its name, or of its text where the role is `any`; with `~` before it a part of that. */
  readonly name: string;
  /** The element in which it stands, and a text that this has. */
  readonly within?: { readonly tag: string; readonly text?: string };
}

export interface Found {
  /** Its middle, in the window of its document. */
  readonly x: number;
  readonly y: number;
  readonly box: readonly [left: number, top: number, width: number, height: number];
  readonly text: string;
}

/**
 * The body of a function of the page: the first that is wanted and can be seen, scrolled into sight. Names are made
 * of what our elements use for them, which is less than the whole of https://www.w3.org/TR/accname-1.2/.
 */
export const findBody = `
  const [wanted] = arguments;
  const plain = (text) => (text ?? '').replace(/[\\u2068\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host ?? null;
  const shown = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType === 1 && !node.checkVisibility()) return '';
    if (node.localName === 'slot' && node.assignedNodes().length > 0)
      return node.assignedNodes().map(shown).join('');
    const text = [...(node.shadowRoot ?? node).childNodes].map(shown).join('');
    return node.nodeType === 1 && getComputedStyle(node).display !== 'inline' ? ' ' + text + ' ' : text;
  };
  const tags = { BUTTON: 'button', TEXTAREA: 'textbox', DIALOG: 'dialog', H1: 'heading', H2: 'heading', H3: 'heading' };
  const inputs = { text: 'textbox', search: 'textbox', radio: 'radio' };
  const roleOf = (element) =>
    element.getAttribute('role') ?? tags[element.tagName] ??
    (element.tagName === 'INPUT' ? inputs[element.type] : undefined);
  const nameOf = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
      .map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
    if (by.length > 0) return by.map(shown).join(' ');
    return element.getAttribute('aria-label') ??
      (element.labels?.length ? [...element.labels].map(shown).join(' ') : undefined) ??
      element.getAttribute('placeholder') ?? shown(element);
  };
  const fits = (text) => wanted.name.startsWith('~')
    ? plain(text).includes(wanted.name.slice(1)) : plain(text) === wanted.name;
  const isWithin = (element) => {
    if (!wanted.within) return true;
    for (let at = element; at; at = parentOf(at))
      if (at.localName === wanted.within.tag) return plain(shown(at)).includes(wanted.within.text ?? '');
    return false;
  };
  const found = [];
  const visit = (root) => {
    for (const element of root.children) {
      const isWanted = wanted.role === 'any'
        ? [...element.childNodes].some((node) => node.nodeType === 3) && fits(element.textContent)
        : roleOf(element) === wanted.role && fits(nameOf(element));
      if (isWanted && element.checkVisibility() && isWithin(element)) found.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
      visit(element);
    }
  };
  visit(document.body);
  // What has no size of its own is pressed by its label.
  const [first] = found;
  const element = first?.offsetWidth === 0 ? first.labels?.[0] : first;
  if (!element) return null;
  const before = element.getBoundingClientRect();
  if (before.top < 0 || before.bottom > innerHeight)
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  return {
    x: Math.round(left + width / 2),
    y: Math.round(top + height / 2),
    box: [left, top, width, height],
    text: plain(shown(element)) || element.value || '',
  };
`;

/** The body of a function of the page: scrolls until a height of a frame is in sight, and tells where all frames are. */
export const showBody = `
  const [at, y] = arguments;
  const frames = [...document.querySelectorAll('iframe')];
  const frame = frames.find((each) => each.contentWindow === window[at]);
  if (!frame) return null;
  const place = frame.getBoundingClientRect().top + y;
  if (place < 80 || place > innerHeight - 160) scrollBy({ top: place - innerHeight / 2, behavior: 'instant' });
  return frames.map((each) => each.getBoundingClientRect());
`;
