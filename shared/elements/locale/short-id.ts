/** The ids of messages in generated translations: the beginning of what the library calls a message. */
export const shortId = (id: string): string => id.slice(0, 7);

/** Translations as the library asks for them, by its own ids. */
export const byLongId = <Templates extends Readonly<Record<string, unknown>>>(
  templates: Templates,
): Templates => new Proxy(templates, { get: (all, id) => all[shortId(String(id))] });
