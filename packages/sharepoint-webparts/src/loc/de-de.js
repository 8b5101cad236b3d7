define([], function () {
  return {
    Settings: 'Einstellungen',
    Posts: 'Beiträge, die gleich zu sehen sind',
    Thanks: 'Danke, die gleich zu sehen sind',
    Values: 'Werte zur Auswahl',
    Person: 'Person (leer: wer die Seite liest)',
    Layout: 'Ansicht',
    LayoutFull: 'Vollständig',
    LayoutCompact: 'Kompakt',
    HelpsOut: 'Springt ein',
    SharesKnowledge: 'Teilt Wissen',
    DaresToTry: 'Traut sich was',
    KeepsPromises: 'Hält Wort',
    BringsJoy: 'Macht Freude',
    NotLoaded: 'Dieser Teil der Seite konnte nicht geladen werden. Lade die Seite neu.',
  };
});
