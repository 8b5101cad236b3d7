define([], function () {
  return {
    Settings: 'Settings',
    Posts: 'Posts shown at first',
    Thanks: 'Thanks shown at first',
    Values: 'Values offered',
    Person: 'Person (empty: whoever reads the page)',
    Layout: 'Layout',
    LayoutFull: 'Full',
    LayoutCompact: 'Compact',
    HelpsOut: 'Helps out',
    SharesKnowledge: 'Shares knowledge',
    DaresToTry: 'Dares to try',
    KeepsPromises: 'Keeps promises',
    BringsJoy: 'Brings joy',
    NotLoaded: 'This part of the page could not be loaded. Reload the page.',
  };
});
