/** Covers: a colour and an icon. There is nothing to upload, and nothing to describe. */

/** Pages that exist hold these words: new ones are added, none is taken away. */
export const coverColours = ['teal', 'blue', 'violet', 'rose', 'amber', 'slate'] as const;
export type CoverColour = (typeof coverColours)[number];

export const coverIcons = [
  'idea',
  'book',
  'tool',
  'people',
  'place',
  'chart',
  'leaf',
  'heart',
] as const;
export type CoverIcon = (typeof coverIcons)[number];

export interface Cover {
  readonly colour: CoverColour;
  readonly icon: CoverIcon;
}

export const coverName = ({ colour, icon }: Cover): string => `${colour}:${icon}`;

/** One that a later version wrote, or somebody by hand, is the first there is. */
export function coverOf(name: string): Cover {
  const [colour, icon] = name.split(':');
  return {
    colour: coverColours.find((each) => each === colour) ?? coverColours[0],
    icon: coverIcons.find((each) => each === icon) ?? coverIcons[0],
  };
}
