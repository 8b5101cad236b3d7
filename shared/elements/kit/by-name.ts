interface Named {
  readonly name: string;
}

/** The order in which people look for a name. */
export const byName = (one: Named, other: Named): number => one.name.localeCompare(other.name);
