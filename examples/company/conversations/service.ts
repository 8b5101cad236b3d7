import {
  about,
  asks,
  corrected,
  felt,
  nextDay,
  pinned,
  post,
  ruled,
  say,
  solved,
} from './write.ts';
import type { Thread } from './write.ts';

export const service: Thread[] = [
  post(
    '8 mon 08:50',
    'patrick.degraaf',
    'Tip van het weekend: een Snit 2 die "mes los" meldt terwijl het mes vastzit. Kijk naar de **naderingsschakelaar** achter de kruimellade. Er zat een rozijn voor. Een hele gewone rozijn.',
    say(
      'soufiane.haddouch',
      'Ik had er vorige maand een met een sesamzaadje. We kunnen een broodje samenstellen uit onze storingen.',
    ),
    say(
      'gareth.pryce',
      'Mine was a sultana. Same fault, British spelling.',
      say('patrick.degraaf', 'Filed under dried fruit, general.'),
    ),
  ),
  post(
    '8 wed 17:20',
    'wout.claes',
    'Iemand nog een encoder voor een Tarra 80 liggen? Die van mij is op en de klant in Aalst bakt vannacht 3.000 pistolets. Magazijn zegt overmorgen.',
    say(
      'liesbeth.goossens',
      'Ik heb er een in de bus. Ik zit in Mechelen tot zes uur, parking aan de vaart.',
      say('wout.claes', 'Ik vertrek nu. Jij krijgt de eerste pistolet.'),
    ),
    nextDay(
      say(
        'wout.claes',
        'Draaiende om 22.40 uur. De bakker heeft mij een zak meegegeven waar ik het weekend mee doe. Merci Liesbeth.',
      ),
    ),
  ),
  post(
    '8 fri 09:00',
    'priya.nair',
    `Quick poll of experience before I write it down for the new starter: what do you check **first** when a spiral kneader trips after ten minutes?

My order is fan filter, then dough weight, then the actual motor.`,
    say(
      'juergen.krause',
      'Zuerst den Bäcker fragen: what changed? Nine times of ten it is a new flour with more water in it.',
    ),
    say(
      'patrick.degraaf',
      'Dough weight. They always say it is 80 kilos. It is always 95.',
      say('priya.nair', 'I have met that 95. It was wearing a label that said 80.'),
    ),
    say(
      'liesbeth.goossens',
      'I write the ambient temperature down as well. Above 32 degrees next to the oven, the drive simply protects itself.',
    ),
  ),
  post(
    '7 tue 10:40',
    'tom.whitfield',
    'Hello from the passenger seat. Day two with Gareth. Question that may be silly: on the Bolo, why does the divider have oil in one chamber and air in the other? I can see what it does but not why.',
    say(
      'stijn.maas',
      'Not silly, it took us two prototypes. Oil gives an even push so every ball weighs the same; the air side is only the spring that brings it back. Air alone bounced and we got big balls and small balls.',
      say('tom.whitfield', 'That is the clearest thing anyone has told me about dough. Thank you.'),
    ),
    say(
      'gareth.pryce',
      'He asked me the same and I said "because Deventer". Stijn\'s answer is better.',
    ),
  ),
  post(
    '7 thu 16:45',
    'jeroen.bakker',
    'Planning voor volgende week staat klaar. Door de Kompas-training op dinsdag rijden we met de helft. Ik heb de niet-haastige beurten naar donderdag geschoven; klanten zijn gebeld. Klopt er iets niet, bel mij en niet de klant.',
    say(
      'soufiane.haddouch',
      'Donderdag Amersfoort én Zeist én Tiel is veel. Kan Tiel naar vrijdagochtend?',
      say('jeroen.bakker', 'Tiel is omgezet, ze vonden het zelfs fijner.'),
    ),
    say(
      'fatima.elamrani',
      'Dank Jeroen. En aan iedereen: neem dinsdag je eigen vragen mee, niet alleen je laptop.',
    ),
  ),
  post(
    '6 tue 14:15',
    'liesbeth.goossens',
    `Ik hou al jaren een schriftje bij met foutcodes en wat het *echt* was. Ik heb het uitgetypt: 64 codes, met wat hielp en wat niet. Staat bij [documenten](https://intranet.example/service/foutcodes).

Wie iets weet dat er niet in staat: zet het erbij, met je naam, dan kan ik je bellen.`,
    say(
      'naomi.fernandes',
      'Dit is goud voor de desk. Mag ik er een versie van maken met alleen "wat vraag ik de klant aan de telefoon"?',
      say('liesbeth.goossens', 'Heel graag. Daar had ik zelf nooit aan gedacht.'),
    ),
    say(
      'priya.nair',
      'Could we have it in English too? I am happy to do the first half if Tom does the second.',
      say('tom.whitfield', 'Deal. Reading fault codes is my evening hobby now anyway.'),
    ),
    say('juergen.krause', 'E-217 is bei mir immer die Tür, nie der Sensor. Ik zet het erbij.'),
  ),
  post(
    '6 thu 08:30',
    'soufiane.haddouch',
    'Rijs 20 in Zeist wilde niet boven de 28 graden komen. Alles gemeten, alles goed. Bleek dat ze de kast tegen de koelcelwand hadden geschoven "omdat dat beter stofzuigt". Tien centimeter naar voren en hij was op temperatuur. Rekening: nul onderdelen, één bak koffie.',
    say(
      'esmee.dekker',
      'Die klant belde gisteren drie keer. Vandaag belde hij om te zeggen dat je aardig was.',
    ),
  ),
  post(
    '5 mon 07:15',
    'fatima.elamrani',
    `Vandaag gaat Kompas live. Voor service betekent dat:

- werkbonnen alleen nog op de tablet
- onderdelen uit je bus meteen afboeken, niet vrijdag
- loopt het vast: papieren bon, foto, naar de desk

Niemand hoeft vandaag snel te zijn. Liever tien goede bonnen dan twintig halve.`,
    say(
      'patrick.degraaf',
      'Eerste bon is gelukt. Bij de tweede dacht hij dat ik in Antwerpen zat. Dat was wel zo gezellig geweest.',
    ),
    say(
      'wout.claes',
      'Ik heb per ongeluk mijn hele bus afgeboekt. Ik rijd nu officieel leeg rond.',
      say(
        'naomi.fernandes',
        'Ik heb je bus weer vol gezet, Wout. Check wel even of die 14 deegroeren kloppen.',
      ),
      say('wout.claes', 'Dat zijn er vier. Maar veertien klinkt rijker.'),
    ),
  ),
  about(
    'Snit',
    corrected(
      'Customer in Hull wants to know whether the Snit 2 guard can be cleaned with steam. My gut says yes, up to 80 degrees. Can anyone confirm?',
      asks(
        post(
          '5 wed 11:10',
          'gareth.pryce',
          'Customer in Hull wants to know whether the Snit 2 guard can be cleaned with steam. My gut says yes, up to **60** degrees (I first wrote 80, my gut has been corrected by the label). Can anyone confirm?',
          solved(
            say(
              'anna.devries',
              'Sixty is right for the window, it is polycarbonate. The frame does not mind. Above that the window goes milky, and nobody can see their fingers.',
              say('gareth.pryce', 'Seeing their fingers is a feature I will mention. Thanks Anna.'),
            ),
          ),
        ),
      ),
    ),
  ),
  post(
    '5 fri 15:30',
    'juergen.krause',
    'Nächste Woche Urlaub, Nordsee, kein Netz. Patrick neemt mijn telefoon over. Patrick: the customer in Osnabrück speaks slowly but he is always right.',
    say(
      'patrick.degraaf',
      'Komt goed. Ik heb mijn beste Duits uit de kast gehaald en afgestoft.',
      say('katrin.vogel', 'I have heard it. It is charming. Call me if he asks for the invoice.'),
    ),
  ),
  post(
    '4 tue 09:45',
    'naomi.fernandes',
    'Wat we op de desk merken na een week met de vragenlijst van Liesbeth: van de 31 meldingen hebben we er **12** aan de telefoon opgelost. Meestal was het de deur, de noodstop of "de stagiair". Dat scheelt twaalf ritten.',
    say('liesbeth.goossens', 'Twaalf! Ik neem mijn schriftje voortaan mee in de handbagage.'),
    say(
      'jeroen.bakker',
      'Ik zag het aan de planning: voor het eerst in tijden een leeg vak op donderdag. Ik heb er een tijdje naar gekeken.',
      say('esmee.dekker', 'Hij heeft het zelfs aan mij laten zien. Het was een mooi leeg vak.'),
    ),
  ),
  felt(
    'celebrate',
    post(
      '3 tue 14:30',
      'tom.whitfield',
      `First solo installation done: a Rijs 20 at Hollins & Wray in Harrogate. Level, tested, trained two bakers, and only one phone call to Priya.

The call was to ask if I was allowed to accept a pork pie. I was.`,
      say(
        'priya.nair',
        'I drove past at lunch to check. It was level. He had also swept the floor. Proud of you, Tom.',
      ),
      say('fatima.elamrani', 'Week five and already solo. Well done, and good that you called.'),
      say(
        'gareth.pryce',
        'You share pork pies, that is in the contract. Page nine.',
        say('tom.whitfield', 'I have read page nine. It is about boots.'),
      ),
    ),
  ),
  post(
    '10d 16:05',
    'wout.claes',
    'De nieuwe kartonnen dozen: sinds vorige week krijg ik messen zonder een krasje. Enige opmerking: waar laat ik dat karton in de bus? Het schuim kon ik indrukken.',
    say(
      'tineke.smit',
      'Hij kan plat. Duw met je duim op de stip, dan valt hij open als een boek.',
      say('wout.claes', 'Dat is toverij. Mijn bus is weer groot.'),
    ),
    say(
      'soufiane.haddouch',
      'Ik leg ze onder mijn knieën als ik onder een kneder lig. Beste matje ooit.',
    ),
  ),
  post(
    '7d 09:20',
    'priya.nair',
    'The English fault code list is finished: all 64, plus five that only seem to exist in Yorkshire. Same page as the Dutch one. Tom did more than half, whatever he says.',
    say('tom.whitfield', 'I did 34. But Priya fixed my spelling in 30 of them.'),
    say(
      'olivia.barnes',
      'I used it on the phone this morning and I do not even work in service. It was the door.',
      say('naomi.fernandes', 'It is always the door! Welcome to the desk, Olivia.'),
    ),
  ),
  about(
    'Snit',
    asks(
      post(
        '4d 15:50',
        'tom.whitfield',
        'Belt question. On the infeed of an older Snit 1 the belt wanders to the left after about an hour, never cold. Rollers look straight. What am I missing?',
        solved(
          say(
            'wout.claes',
            'Warm wordt de linkerlagerbus groter dan de rechter, die is van een ander merk. I will send you a photo and a sketch. Set it 1 mm to the right when cold, it comes back by itself.',
            say(
              'tom.whitfield',
              'Did exactly that and it has run straight ever since. You have saved me a roller and a Saturday.',
            ),
          ),
          'juergen.krause',
          'gareth.pryce',
        ),
        say(
          'stijn.maas',
          'Different make on the left, since when? @{wout.claes}, can you call me? I would like to change that in the drawing.',
        ),
      ),
    ),
  ),
  ruled(
    {
      kind: 'hide',
      by: 'patrick.degraaf',
      reason: 'Er staat in wat een klant betaalt.',
      appeal: 'Ik heb het bedrag eruit gehaald. Mag hij dan terug?',
    },
    post(
      '3d 10:40',
      'soufiane.haddouch',
      'De bakkerij aan de Waalkade betaalt nog steeds 1.840 euro per jaar voor onderhoud dat wij nooit doen. Wie belt ze?',
    ),
  ),
  about(
    'Snit',
    asks(
      post(
        '3d 16:05',
        'stijn.maas',
        'For the next drawing of the Snit 1: has anybody measured how warm the left bearing gets after an hour? A number with a date is enough.',
      ),
    ),
  ),
  pinned(
    about(
      'Onderweg',
      post(
        '2d 08:15',
        'esmee.dekker',
        'Vanaf vandaag krijgen klanten een sms als jullie vertrekken bij de vorige klant. Zet dus even op "onderweg" vóór je wegrijdt. Gisteren stond er een bakker twee uur met koffie klaar.',
        say(
          'patrick.degraaf',
          'Die koffie was op het laatst erg sterk. Ik zet hem voortaan op onderweg.',
        ),
        say(
          'jeroen.bakker',
          'En zet hem ook weer uit. Soufiane is volgens het systeem al sinds gisteravond onderweg naar Tiel.',
          say('soufiane.haddouch', 'Er was file.'),
        ),
      ),
    ),
  ),
  about(
    'Snit',
    asks(
      post(
        '320m',
        'juergen.krause',
        'Guten Morgen zusammen. Snit 2 in Münster: the knife sings, a high tone, only with rye bread. Bearings are quiet, clamp is tight. Kennt das jemand?',
        say(
          'thanh.nguyen',
          'Zet je telefoon eens op opnemen en stuur het geluid. Als het rond de 2.000 trillingen zit, is het de voorspanveer.',
        ),
        solved(
          say(
            'anna.devries',
            'Rye is stickier, so the blade is pulled along a bit more. On the Snit 3 we see the same tone when the tension is half a turn too low. Try half a turn.',
            say(
              'juergen.krause',
              'Half a turn: silence. The baker says it was a nice tone, but thank you.',
            ),
          ),
        ),
      ),
    ),
  ),
  about(
    'Onderweg',
    asks(
      post(
        '110m',
        'naomi.fernandes',
        'Wie is er vanmiddag in de buurt van Gouda? Een verdeelbol met E-118, de vragenlijst is doorlopen, het is **niet** de deur. Ze moeten vannacht 800 bollen maken.',
        say(
          'soufiane.haddouch',
          'Ik ben om drie uur klaar in Woerden en heb een oliefilter bij me. Zet mij er maar op.',
          say('naomi.fernandes', 'Staat erop. Ze zetten de achterdeur voor je open.'),
        ),
      ),
    ),
  ),
];
