export const sourceLocale = `en`;
export const targetLocales = [`de`, `fr`, `nl`] as const;
