define([], function () {
  return {
    Settings: 'Paramètres',
    Posts: 'Messages affichés d’abord',
    Thanks: 'Mercis affichés d’abord',
    Values: 'Valeurs proposées',
    Person: 'Personne (vide : qui lit la page)',
    Layout: 'Présentation',
    LayoutFull: 'Complète',
    LayoutCompact: 'Compacte',
    HelpsOut: 'Donne un coup de main',
    SharesKnowledge: 'Partage son savoir',
    DaresToTry: 'Ose essayer',
    KeepsPromises: 'Tient parole',
    BringsJoy: 'Apporte de la joie',
    NotLoaded: 'Cette partie de la page n’a pas pu être chargée. Rechargez la page.',
  };
});
