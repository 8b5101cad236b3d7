/**
 * How the text begins that readers see in the place of a removed message, in each language of the settings. It
 * stands under the name of the author, who must not seem to have written it.
 */
export const removalBeginnings = [
  'Removed by an administrator: ',
  'Verwijderd door een beheerder: ',
  'Von der Administration entfernt: ',
  'Retiré par un administrateur : ',
] as const;
