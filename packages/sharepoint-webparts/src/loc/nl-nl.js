define([], function () {
  return {
    Settings: 'Instellingen',
    Posts: 'Berichten die meteen te zien zijn',
    Thanks: 'Bedankjes die meteen te zien zijn',
    Values: 'Waarden om uit te kiezen',
    Person: 'Persoon (leeg: wie de pagina leest)',
    Layout: 'Weergave',
    LayoutFull: 'Volledig',
    LayoutCompact: 'Compact',
    HelpsOut: 'Springt bij',
    SharesKnowledge: 'Deelt kennis',
    DaresToTry: 'Durft te proberen',
    KeepsPromises: 'Komt afspraken na',
    BringsJoy: 'Brengt plezier',
    NotLoaded: 'Dit deel van de pagina kon niet worden geladen. Laad de pagina opnieuw.',
  };
});
