import { asks, corrected, felt, nextDay, pinned, post, say, solved } from './write.ts';
import type { Thread } from './write.ts';

export const nieuwHier: Thread[] = [
  post(
    '8 mon 15:30',
    'yara.martina',
    'Hoi! Vandaag begonnen als planner. Eerste vraag, en ik durf hem alleen hier: wat is een **Bolo**? Iedereen zegt het, niemand wijst er een aan.',
    say(
      'marek.wojcik',
      'De Bolo is onze verdeelbol: deeg erin, dertig gelijke bolletjes eruit. Kom morgen langs lijn 3, dan mag je op de knop drukken.',
      say('yara.martina', 'Ik kom. Ik heb de hele dag geknikt alsof het een collega was.'),
    ),
    say(
      'bram.schouten',
      'Voor het lijstje: de Tarra kneedt, de Bolo verdeelt, de Rijs laat rijzen en de Snit snijdt. De rest zijn mensen.',
    ),
  ),
  post(
    '8 thu 09:50',
    'yara.martina',
    'Waar mag ik parkeren als ik om half acht kom? Er staan overal bordjes "directie", maar daar staan bestelbusjes.',
    say(
      'nadia.belkacem',
      'Die bordjes zijn van vóór de verbouwing. Achter de fietsenstalling, links van de container, daar is altijd plek.',
    ),
    say(
      'marijke.hoogland',
      'Ik kom op de fiets. Zet hem gerust op het mijne.',
      say('yara.martina', 'Dat zei de directeur dus gewoon. Op dag vier.'),
    ),
  ),
  post(
    '7 tue 08:40',
    'tom.whitfield',
    'Morning all, Tom from Leeds, day two. How do you find out who does what in Deventer? I have an org chart, but it does not say who knows where the old drawings are.',
    say(
      'stijn.maas',
      'Old drawings: me for machines, Gerda for sheet metal, and for anything before 1990 there is a cabinet that only Henk can open.',
      say('tom.whitfield', 'A cabinet that only Henk can open. I already love this company.'),
    ),
    say(
      'floor.wijnands',
      'Look at the "ask me about" on people\'s cards, that is more honest than the chart. And if yours is empty, fill it in, even with one thing.',
    ),
  ),
  asks(
    post(
      '7 wed 16:15',
      'romy.jansen',
      'Ik ben hier al een jaar, maar ik heb ook nog een vraag. Mag je als leerling zelf een training aanvragen, of moet je teamleider dat doen?',
      solved(
        say(
          'bram.schouten',
          'Dat mag je zelf. Formulier op de pagina Leren, en zet erbij wat je ermee wilt doen. Waar denk je aan?',
          say(
            'romy.jansen',
            'Storingzoeken elektro. Ik wil snappen wat Agnieszka ziet als ze alleen maar kijkt.',
          ),
        ),
        'kevin.pinas',
      ),
      say('ingrid.dewaal', "Zo'n reden lees ik graag. Goedgekeurd zodra hij binnen is."),
    ),
  ),
  post(
    '7 fri 10:30',
    'tom.whitfield',
    'Things nobody told me, week one edition:\n\n1. lunch in the Netherlands is bread, and so is everything else here\n2. "not bad" from Gareth is the top mark\n3. you must congratulate *everyone* on a birthday\n\nIs number 3 a joke?',
    say(
      'esmee.dekker',
      'Not a joke. You congratulate the birthday person, their desk neighbour and, in some offices, the cake.',
    ),
    say('gareth.pryce', 'Number 2 is confidential.'),
    say(
      'juergen.krause',
      'In Germany never congratulate before the day. Here they do it all week. I have learned to relax.',
      say('tom.whitfield', 'Noted: relax, but on the right day.'),
    ),
  ),
  post(
    '6 mon 14:05',
    'yara.martina',
    'Bij wie moet ik zijn als een klant een levertijd wil die niet kan? Ik zeg nu "ik zoek het uit", maar ik zoek dan bij mensen die ook "ik zoek het uit" zeggen.',
    say(
      'sanne.kok',
      'Bel de verkoper van die klant, altijd. Wij weten of hij echt haast heeft of het alleen spannend vindt. En zeg tegen de klant wanneer je terugbelt, ook als je dan nog niets weet.',
      say('yara.martina', 'Wanneer in plaats van wat. Die is goed.'),
    ),
    say(
      'murat.yildiz',
      'En als verkoop en productie er niet uitkomen, dan kom je bij mij. Daar ben ik voor.',
    ),
  ),
  post(
    '6 wed 11:20',
    'bram.schouten',
    `Voor iedereen die hier korter dan een jaar werkt: op donderdag 14.00 uur is er een **rondleiding achterstevoren**. We beginnen bij expeditie en lopen terug naar de tekening.

Wie langer werkt mag ook mee, maar dan mag je niets uitleggen.`,
    say(
      'naomi.fernandes',
      'Ik werk hier twee jaar en ben nog nooit in de lasstraat geweest. Ik hou mijn mond, beloofd.',
    ),
    nextDay(
      say(
        'naomi.fernandes',
        'Ik heb twee keer iets uitgelegd. Sorry. Maar wát een lasstraat.',
        say(
          'youssef.benali',
          'Je mag terugkomen. Dan doe je een naadje met mij, in oud plaatwerk.',
        ),
      ),
    ),
  ),
  post(
    '5 tue 17:05',
    'yara.martina',
    'Eerlijk moment: gisteren was de go-live van Kompas en ik heb om vijf uur even in het toilet gestaan omdat alles tegelijk kwam. Is dat normaal na drie weken?',
    say(
      'wilma.oosterveld',
      'Meid, ik stond in het andere. Je hebt het geweldig gedaan en niemand heeft iets gemist.',
    ),
    say(
      'murat.yildiz',
      'Heel normaal. Morgen begin je een uur later en dat is geen vraag. Dank dat je het zegt.',
      say('yara.martina', 'Dank jullie. Het hielp al om het op te schrijven.'),
    ),
    say('tom.whitfield', 'I translated this and I just want to say: same. In a van, on the M62.'),
  ),
  post(
    '5 thu 12:45',
    'tom.whitfield',
    'Do I need steel toecaps for a site visit at a small bakery? The customer laughed at my boots, but kindly.',
    say(
      'theo.groothuis',
      'Yes, always. A kneading bowl weighs 90 kilos, also in a small bakery. Let them laugh, and keep the toes.',
      say('tom.whitfield', 'Keeping the toes. Thank you Theo.'),
    ),
  ),
  corrected(
    'Wist je dat je twee dagen per jaar mag meelopen op een andere afdeling?',
    post(
      '4 mon 09:35',
      'ingrid.dewaal',
      'Wist je dat je twee dagen per jaar mag meelopen op een andere afdeling, **ook in een ander land**? Vorig jaar deden maar elf mensen het. Zoek iemand uit, vraag het, en laat Bram weten welke dag.',
      say(
        'naomi.fernandes',
        'Ik wil naar Antwerpen, met Liesbeth mee in de bus. Is dat meelopen of meerijden?',
        say('liesbeth.goossens', 'Meerijden, meesleuren en mee-eten. Kom maar af!'),
      ),
      say(
        'tom.whitfield',
        'I would like a day at final inspection, to learn the listening thing.',
        say('thanh.nguyen', 'You are welcome. Bring quiet shoes.'),
      ),
    ),
  ),
  asks(
    post(
      '4 thu 13:50',
      'katrin.vogel',
      'Not new, but German, so I still ask: when a Dutch colleague says "we moeten een keer bellen", is that an appointment?',
      solved(
        say('esmee.dekker', 'No. It means "I like you". An appointment has a day in it.'),
        'tom.whitfield',
      ),
      say(
        'patrick.degraaf',
        'En "interessant" betekent niet dat het interessant was.',
        say('katrin.vogel', 'So my presentation last month was not interesting.'),
        say('patrick.degraaf', 'Die was écht interessant. Het is een moeilijke taal.'),
      ),
    ),
  ),
  post(
    '3 mon 15:40',
    'bram.schouten',
    'Yara en Tom zijn nu twee van ons. Wat had je in je eerste week willen weten dat nergens stond? Graag één zin. Antwoorden van mensen die hier dertig jaar werken tellen ook.',
    say(
      'tom.whitfield',
      'That asking the same thing twice is fine here. I wasted three days pretending.',
    ),
    say(
      'yara.martina',
      'Dat je de telefoon van een collega mag opnemen, en dat je dan gewoon zegt dat je nieuw bent.',
    ),
    say(
      'gerda.nijhuis',
      'Dat de bel van tien uur niet voor brand is, maar voor koffie.',
      say('romy.jansen', 'Ik ben de eerste keer naar buiten gerend.'),
    ),
    say(
      'henk.wolters',
      'Dat je mag zeggen dat iets niet goed is, ook als het al ingepakt is. Ik heb dat pas na tien jaar gedurfd.',
      say('bram.schouten', 'Deze zet ik bovenaan, Henk.'),
    ),
  ),
  pinned(
    post(
      '9d 09:30',
      'yara.martina',
      `Ik heb alle antwoorden uit deze groep op een rij gezet. Dat werd vanzelf een klein boekje: *Je eerste zes weken*. Met een plattegrond waarop je echt kunt parkeren.

Bram en ik maken er een gids van. Wie leest er een hoofdstuk mee?`,
      say('tom.whitfield', 'I will do the English version, with a chapter called "The kettle".'),
      say(
        'kevin.pinas',
        'Staan de ezelsbruggetjes erin?',
        say('yara.martina', 'Alleen de nette, Kevin. Dat zijn er twee.'),
      ),
      say(
        'nadia.belkacem',
        'Ik lees de kaart na. Het magazijn heeft drie deuren en op elke kaart tot nu toe twee.',
      ),
    ),
  ),
  post(
    '6d 14:20',
    'romy.jansen',
    'Mijn schoolverslag over de koffiemachine: een **9**. De docent vroeg of het verhaal van het veertje echt gebeurd was. Ik heb hem het veertje gegeven.',
    say('marek.wojcik', 'Een negen! Dat wordt trakteren, en wel door mij.'),
    say('patrick.degraaf', '"Hm", zei ik toen. En nu zeg ik: heel goed, Romy.'),
  ),
  felt(
    'love',
    post(
      '3d 10:45',
      'tom.whitfield',
      `Yesterday was my day at final inspection in Deventer. Thanh gave me a machine with one bad bearing out of six and no tools. It took me fifty minutes, sitting on the floor with my eyes shut.

I found it. Then he told me Henk did it to him with *two* bad ones.`,
      say('thanh.nguyen', 'Fifty minutes is good. My first time I chose a radiator.'),
      say(
        'priya.nair',
        'So this is why you put your ear on the van this morning.',
        say('tom.whitfield', 'Front left. You will thank me.'),
      ),
    ),
  ),
  post(
    '1d 13:15',
    'bram.schouten',
    'De gids *Je eerste zes weken* is af: 24 bladzijden, Nederlands en Engels, [hier te lezen](https://intranet.example/nieuw/eerste-zes-weken). Maandag begint Amira bij techniek als stagiaire. Zij krijgt het eerste exemplaar van Yara zelf.',
    say(
      'yara.martina',
      'Twee maanden geleden wist ik niet wat een Bolo was. Nu staat er een tekening van in, met een pijl.',
    ),
    say(
      'ingrid.dewaal',
      'Ik heb hem in één keer uitgelezen en zelf twee dingen geleerd. Waaronder die parkeerplek.',
    ),
  ),
  asks(
    post(
      '185m',
      'kevin.pinas',
      'Vraagje voor iemand die iets nieuws wil: ik wil leren plannen, naast het picken. Yara zei: gewoon vragen. Dus bij deze. Hoe begin je daarmee?',
      say(
        'yara.martina',
        'Begin donderdag met een uurtje naast mij. Jij weet waar alles ligt, dat is de helft van plannen.',
      ),
      say(
        'wilma.oosterveld',
        'Ik schuif het rooster om, dat uur krijg je. En daarna wil ik je wel terug.',
        say('kevin.pinas', 'Altijd, @{wilma.oosterveld}. Iemand moet de soep proeven.'),
      ),
      say(
        'bram.schouten',
        'Mooi, Kevin. Kom daarna langs, er is een korte opleiding die hier goed bij past.',
      ),
    ),
  ),
];
