import { asks, corrected, felt, nextDay, post, say, solved } from './write.ts';
import type { Thread } from './write.ts';

export const kompas: Thread[] = [
  post(
    '8 mon 10:00',
    'vincent.deruiter',
    `Nog **drie weken** tot Kompas. Waar we staan:

- 38.200 artikelen overgezet, 412 met een raar gewicht
- klanten en leveranciers: klaar
- werkbonnen voor service: bijna

English speakers: the same list is on the [project page](https://intranet.example/kompas/status), and questions in either language are fine here.`,
    say(
      'wilma.oosterveld',
      'Van die 412 weegt er één volgens mijn scherm 9 ton. Dat is een knop voor een deur.',
      say(
        'vincent.deruiter',
        'Dan wordt die knop dit weekend lichter. Dank Wilma, blijf ze doorgeven.',
      ),
    ),
    say(
      'olivia.barnes',
      'Will our old order numbers still be searchable? Half of my customers quote numbers from years ago.',
      say(
        'vincent.deruiter',
        'Yes. Type the old number with an X in front, like `X40718`, and it finds the new one.',
      ),
    ),
  ),
  asks(
    post(
      '8 wed 11:35',
      'mirjam.polak',
      'Domme vraag misschien: wat gebeurt er met facturen die op vrijdag zijn ingeboekt en pas maandag betaald worden? Zitten die dan in het oude of het nieuwe systeem?',
      say(
        'ruben.sardjoe',
        'Helemaal geen domme vraag, die heb ik ook gesteld, alleen in een vergadering met minder mensen.',
      ),
      solved(
        say(
          'vincent.deruiter',
          'Ingeboekt in oud, betaald in nieuw. Alle open posten gaan zaterdag mee. Vrijdag na vier uur dus niets meer inboeken.',
          say(
            'chantal.tjonahung',
            'Ik zorg dat alles donderdag al op nul staat. Dan kan ik vrijdag met een gerust hart naar het scherm zwaaien.',
          ),
        ),
        'chantal.tjonahung',
        'annelies.vos',
      ),
    ),
  ),
  post(
    '8 fri 14:20',
    'zofia.kaminska',
    'Scanner update: 41 new scanners arrived, 41 batteries, 40 straps. If anyone sees a strap walking around alone in Deventer, it is mine.',
    say(
      'kevin.pinas',
      'Mogen er stickers op? De oude hadden namen, anders gaat iedereen met de mijne lopen.',
      say(
        'zofia.kaminska',
        'Stickers yes, but not over the red light. Yours will be number 7, I remembered.',
      ),
    ),
  ),
  asks(
    post(
      '7 tue 13:40',
      'yara.martina',
      'Ik werk hier anderhalve week en ik heb het oude systeem nooit goed geleerd. Heeft het nog zin om F7, F7, Shift-F9 te onthouden, of mag ik dat overslaan?',
      solved(say('murat.yildiz', 'Overslaan. Jij bent de enige die niets hoeft af te leren.')),
      say(
        'annelies.vos',
        'Ik doe F7, F7, Shift-F9 in mijn slaap. Bij mij thuis gaat dan de vaatwasser aan.',
      ),
      say(
        'vincent.deruiter',
        '@{yara.martina}, zou jij de oefenomgeving willen testen alsof je niets weet? Want dat is nu heel waardevol.',
        say('yara.martina', 'Niets weten, dat kan ik. Morgenochtend?'),
      ),
    ),
  ),
  felt(
    'insight',
    post(
      '7 fri 11:50',
      'yara.martina',
      `Een dag geoefend met Kompas, hier is wat ik niet snapte:

1. "Vrijgeven" en "bevestigen" lijken hetzelfde, maar zijn het niet
2. De groene knop staat links op het ene scherm en rechts op het andere
3. Waar zie ik of een vrachtwagen vol is?

De rest ging beter dan ik dacht.`,
      say(
        'vincent.deruiter',
        'Bij 1: *vrijgeven* is "het magazijn mag beginnen", *bevestigen* is "de klant weet het". Ik zet het in beeld onder de knop. Bij 2 heb je gewoon gelijk, die gaat overal naar rechts.',
      ),
      say(
        'mehmet.aydin',
        'Punt 3 wil ik ook graag weten. Nu ga ik naar buiten en kijk ik in de vrachtwagen.',
        say('yara.martina', 'Dat is eerlijk gezegd de snelste manier die ik heb gezien.'),
      ),
      say('bas.terhorst', 'Dit lijstje is meer waard dan de hele handleiding.'),
    ),
  ),
  asks(
    post(
      '6 mon 09:25',
      'callum.reid',
      'Training question. In the quote screen I can pick "discount" or "courtesy". Is courtesy a polite discount?',
      solved(
        say(
          'dirk.janssens',
          'Courtesy is iets gratis erbij leggen, een mes of zo. Discount is geld. Call me this afternoon, I made a crib sheet with pictures.',
          say('callum.reid', "A crib sheet with pictures is exactly my level. Two o'clock yours?"),
          say('dirk.janssens', 'Two is fine, after my soup.'),
        ),
      ),
      say('karin.vandenberg', 'And courtesy above 250 euro still goes past me. Politely.'),
    ),
  ),
  post(
    '6 wed 15:15',
    'hilde.mulder',
    'In de oefenomgeving kan ik een bestelling bij mezelf plaatsen en hem daarna zelf goedkeuren. Ik heb voor 2 miljoen euro aan karton besteld. Het was bevrijdend, maar ik denk niet dat het zo hoort.',
    say(
      'vincent.deruiter',
      'Dat hoort inderdaad niet. Boven 500 euro vraagt hij vanaf morgen een tweede paar ogen.',
    ),
    say(
      'ruben.sardjoe',
      'Ik sliep al zo licht.',
      say('rachid.ouali', 'Ik had hem overigens ook goedgekeurd. Het was een goede prijs.'),
    ),
  ),
  post(
    '6 fri 16:30',
    'vincent.deruiter',
    `**Het weekend van de overgang.** Vandaag om vijf uur gaat het oude systeem op slot, je kunt er alleen nog in kijken. Zaterdag zetten we over, zondag controleren Mirjam, Yara en Wilma de aantallen.

Gaat er iets mis, dan weten jullie dat zondag om acht uur, hier. Geen bericht om acht uur is goed bericht. Maar ik stuur er toch een.`,
    say(
      'annelies.vos',
      'Dag groen scherm. Twintig jaar elke morgen met jou begonnen. Ik heb een schermafdruk gemaakt voor boven mijn bureau.',
    ),
    say('priya.nair', 'Good luck all. There will be biscuits in the Monday van, whatever happens.'),
  ),
  felt(
    'celebrate',
    post(
      '6 sun 19:55',
      'vincent.deruiter',
      "Vijf minuten eerder dan beloofd: **we gaan live.** Alle tellingen kloppen op drie na, en die drie zijn Wilma's deurknoppen. Welterusten allemaal.",
      say('yara.martina', 'Mijn eerste weekenddienst en er was nasi. Tot morgen om zeven uur!'),
      say('marijke.hoogland', 'Dank jullie wel. Eet morgen eerst iets voordat je iets aanzet.'),
    ),
  ),
  post(
    '5 mon 12:05',
    'zofia.kaminska',
    'Halfway through day one. Known problems right now:\n\n- printer 2 prints labels at an angle\n- tablets ask for the password twice, please just type it twice\n- "order not found" means you need the X\n\nNot a known problem: your own patience. You are all doing great.',
    say(
      'pim.hendriks',
      'Ik kan bij een klant geen leverdatum zien, alleen een blauw vraagteken.',
      say(
        'yara.martina',
        'Het vraagteken betekent dat ik hem nog moet inplannen. Geef me tot drie uur, dan zijn ze allemaal weg.',
      ),
      say('pim.hendriks', 'Ze zijn al weg. Dank!'),
    ),
    say(
      'mehmet.aydin',
      'Vrachtbrief voor Duitsland komt eruit in het Frans. De chauffeur vond het sjiek, maar de douane niet.',
    ),
  ),
  post(
    '5 wed 16:10',
    'stijn.maas',
    'Kan iemand uitleggen waarom mijn tekening nu twee revisienummers heeft? In het oude systeem was het C, hier is het C én 3.',
    say(
      'vincent.deruiter',
      'De letter is van techniek, het cijfer is van Kompas. Ik weet dat het lelijk is. Over een maand kiezen we er één, met jullie erbij.',
      say(
        'bas.terhorst',
        'Dan pleit ik nu alvast voor de letter. Letters kun je roepen over de vloer.',
      ),
    ),
  ),
  corrected(
    'Tip: met Ctrl + K zoek je overal in Kompas, op klant, order of onderdeel.',
    post(
      '4 mon 13:25',
      'annelies.vos',
      'Tip: met `Ctrl` + `K` zoek je overal in Kompas, op klant, order of onderdeel. Op de tablet: twee vingers naar beneden. Het scheelt mij een uur per dag, en ik was de grootste brombeer.',
      say('lotte.vermeulen', 'Twee vingers! Ik heb al een week met één vinger zitten zoeken.'),
      say(
        'esmee.dekker',
        'Annelies, jij hebt drie weken geleden "over mijn lijk" gezegd.',
        say('annelies.vos', 'Ik heb het nagezocht met Ctrl K en er is niets gevonden.'),
      ),
    ),
  ),
  post(
    '4 fri 09:40',
    'chantal.tjonahung',
    'Er staan 15 leveranciers dubbel in, één keer met en één keer zonder "B.V." Niet samenvoegen graag, want dan gaan de facturen zweven. Ik maak een lijst en loop ze een voor een na.',
    say(
      'rachid.ouali',
      'Geef mij de helft, ik moet ze toch bellen over hun nieuwe factuuradres.',
      say(
        'chantal.tjonahung',
        'Heel graag. Jij A tot L? Dan hoef ik Van der Velden niet aan jou uit te leggen.',
      ),
    ),
    say('mirjam.polak', 'Let op nummer 9, die staat er vier keer in. Dat zijn echt vier broers.'),
  ),
  post(
    '3 wed 10:15',
    'mirjam.polak',
    `De eerste maandafsluiting in Kompas is klaar. In het oude systeem duurde hij negen werkdagen, nu **zes**. En dat was met zoeken.

Volgende maand wil ik op vier uitkomen. Wie meedenkt: dinsdag om elf uur, Utrecht of via het scherm.`,
    say(
      'ruben.sardjoe',
      'Ik heb de cijfers voor het eerst gezien voordat iemand ernaar vroeg. Een vreemd gevoel.',
    ),
    nextDay(
      say(
        'helen.ashworth',
        'May I join on screen? Our VAT still takes a detour and I would love to see where it goes.',
        say('mirjam.polak', 'Please do. I think I know the detour, it has a lovely view.'),
      ),
    ),
  ),
  post(
    '9d 13:10',
    'gareth.pryce',
    'Complaint and compliment in one. Complaint: the tablet closes my job sheet when I take a phone call. Compliment: it does remember everything when I come back, which is more than I do.',
    say(
      'zofia.kaminska',
      'It should not close at all. Which tablet, the grey or the black one?',
      say('gareth.pryce', 'Grey, with a bit of icing.'),
      say('zofia.kaminska', 'The grey ones get an update tonight. It does not remove icing.'),
    ),
  ),
  post(
    '5d 15:35',
    'wilma.oosterveld',
    'De looproute klopt nu echt. Van 24.000 stappen terug naar 13.000, en de late orders gaan weer voor vijven de deur uit. Ik zeg het niet vaak: goed gedaan, IT.',
    say('vincent.deruiter', 'Ik heb dit bericht uitgeprint. Recht.'),
    say('kevin.pinas', 'Mijn schoenen doen ook de groeten.'),
  ),
  post(
    '1d 09:30',
    'vincent.deruiter',
    'Wat moet er de komende tijd als eerste beter in Kompas? Noem één ding, niet het grootste maar het **vervelendste**. Ik tel alles op en donderdag over een week beslissen we met de teamleiders.',
    say(
      'katrin.vogel',
      'The second password. Every morning it feels as if the system does not believe me.',
    ),
    say(
      'mehmet.aydin',
      'Dat de vrachtbrief standaard op Frans staat. De douane kent mij inmiddels bij naam.',
      say('katrin.vogel', 'They greeted me with "ah, Tarwijk, les Français".'),
    ),
    say(
      'jeroen.bakker',
      'Dat je een afspraak niet kunt slepen. Ik sleep al vijf weken voor niets.',
    ),
  ),
  post(
    '265m',
    'pim.hendriks',
    'Kan ik in Kompas zien welke klanten langer dan een half jaar niets besteld hebben? Sanne had dat in haar hoofd, en dat hoofd staat nu in een boomkwekerij.',
    say(
      'annelies.vos',
      'Zoekscherm klanten, filter "laatste order", en dan "ouder dan 180 dagen". Bewaar hem met de ster, dan hoef je het niet te onthouden.',
      say(
        'pim.hendriks',
        'Twaalf namen. Eén heet "NIET BELLEN VOOR 11 UUR", dat is dan weer typisch Sanne.',
      ),
    ),
    say('karin.vandenberg', 'Mooie lijst om samen door te lopen. Schuif je vrijdag even aan?'),
  ),
];
