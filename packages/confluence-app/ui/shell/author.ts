/** Who wrote the page that the reader looks at, as far as the reader may know. */

interface Content {
  readonly id: string;
  readonly type?: string;
}

/** @returns nothing where there is no page, or nothing is said about it. */
export async function authorOf(content: Content | undefined): Promise<string | undefined> {
  if (!content) return undefined;
  const { requestConfluence } = await import('@forge/bridge');
  const kind = content.type === 'blogpost' ? 'blogposts' : 'pages';
  const response = await requestConfluence(
    `/wiki/api/v2/${kind}/${encodeURIComponent(content.id)}`,
  ).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const { authorId } = (await response.json()) as { authorId?: unknown };
  return typeof authorId === 'string' ? authorId : undefined;
}
