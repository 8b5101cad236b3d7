/** What the property pane says; SharePoint loads it from loc/ in the language of whoever edits the page. */
declare module 'KantineStrings' {
  export const Settings: string;
  export const Posts: string;
  export const Thanks: string;
  export const Values: string;
  export const Person: string;
  export const Layout: string;
  export const LayoutFull: string;
  export const LayoutCompact: string;
  export const HelpsOut: string;
  export const SharesKnowledge: string;
  export const DaresToTry: string;
  export const KeepsPromises: string;
  export const BringsJoy: string;
  export const NotLoaded: string;
}
