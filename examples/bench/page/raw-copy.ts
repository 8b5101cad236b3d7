/**
 * The same markup without any library: element by element, with shadow roots and the same style
 * sheets, from a description made beforehand. What it costs is what the browser itself costs.
 */

type Build<Type extends Node = Node> = () => Type;

function describeAll(nodes: Iterable<Node>): Build[] {
  return [...nodes].map(describe).filter((build) => build !== undefined);
}

function describe(node: Node): Build | undefined {
  if (node instanceof Text) {
    const { data } = node;
    return () => document.createTextNode(data);
  }
  return node instanceof Element ? describeElement(node) : undefined;
}

function describeElement(element: Element): Build<Element> {
  const { namespaceURI, shadowRoot } = element;
  // Another name, or the element would be upgraded and render itself.
  const name = element.localName.replace(/^kantine-/, 'raw-');
  const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
  const children = describeAll(element.childNodes);
  const shadow = shadowRoot && {
    sheets: [...shadowRoot.adoptedStyleSheets],
    children: describeAll(shadowRoot.childNodes),
  };
  return () => {
    const copy = document.createElementNS(namespaceURI, name);
    for (const [name, value] of attributes) copy.setAttribute(name, value);
    if (shadow) {
      const root = copy.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = shadow.sheets;
      root.append(...shadow.children.map((build) => build()));
    }
    copy.append(...children.map((build) => build()));
    return copy;
  };
}

/** @returns a function that builds the element's markup anew. */
export const rawCopy = (element: Element): Build<Element> => describeElement(element);
