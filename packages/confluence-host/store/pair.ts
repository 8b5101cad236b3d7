/** Two texts in one, as `authorKey` and `choiceOwner` of core write them. */
export function pairIn(text: string): readonly [string, string] | undefined {
  try {
    const [one, other] = JSON.parse(text) as readonly unknown[];
    return typeof one === 'string' && typeof other === 'string' ? [one, other] : undefined;
  } catch {
    return undefined;
  }
}
