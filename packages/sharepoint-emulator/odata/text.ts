/** A value of a JSON body as text; what is neither text nor number counts as not sent. */
export function asText(content: unknown, otherwise = ''): string {
  if (typeof content === 'string') return content;
  return typeof content === 'number' || typeof content === 'boolean' ? `${content}` : otherwise;
}
