/** The latest second that a date can name. */
const endOfTime = 253_402_300_799;

/** A moment in SharePoint's own form, which knows whole seconds. @param round to which of two seconds */
export function isoSeconds(moment: number, round: (value: number) => number = Math.floor): string {
  const seconds = Math.min(Math.max(round(moment / 1000), 0), endOfTime);
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}
