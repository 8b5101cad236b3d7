/**
 * Where a macro stands that is exported, and how it is configured. Exports to PDF tell it in other places
 * than those to Word and the history of a page.
 */

export interface ExportContext {
  readonly cloudId: string;
  readonly siteUrl: string | undefined;
  /** The group that the configuration of the macro names; a macro without one shows what belongs to no page. */
  readonly group: string | undefined;
  readonly space: string | undefined;
  readonly spaceKey: string | undefined;
  /** Of the page; absent where Confluence does not tell enough. */
  readonly address: string | undefined;
  readonly locale: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;

export function contextOf(payload: unknown): ExportContext {
  const { context, extensionPayload } = fieldsOf(payload);
  const whole = fieldsOf(context);
  const extension = fieldsOf(whole.extension);
  const config = fieldsOf(whole.config ?? fieldsOf(extensionPayload).config);
  const space = fieldsOf(whole.space ?? extension.space);
  const spaceKey = textIn(whole.spaceKey) ?? textIn(space.key);
  const content = textIn(fieldsOf(whole.content ?? extension.content).id);
  const named = textIn(whole.siteUrl);
  const siteUrl = named !== undefined && URL.canParse(named) ? named : undefined;
  const path = [spaceKey, content].map((part) => encodeURIComponent(part ?? ''));
  const isKnown = siteUrl !== undefined && spaceKey !== undefined && content !== undefined;
  return {
    cloudId: textIn(whole.cloudId) ?? '',
    siteUrl,
    group: textIn(config.group),
    space: textIn(space.id),
    spaceKey,
    address: isKnown ? new URL(`/wiki/spaces/${path.join('/pages/')}`, siteUrl).href : undefined,
    locale: textIn(whole.locale),
  };
}
