import { corrected, felt, nextDay, post, say } from './write.ts';
import type { Thread } from './write.ts';

export const lunchloop: Thread[] = [
  post(
    '8 tue 09:40',
    'anna.devries',
    'Vandaag om 12.15 uur weer een rondje langs de IJssel, vijf kilometer, praattempo. Wie niet kan praten, loopt te hard. Verzamelen bij de fietsenstalling.',
    say(
      'kevin.pinas',
      'Mag je ook mee als je voor het laatst hebt gerend voor de bus? En die miste ik.',
      say('anna.devries', 'Juist dan. We draaien om waar jij wilt omdraaien.'),
    ),
    say('youssef.benali', 'Ik loop achteraan met Kevin mee. Dan is hij nooit de laatste.'),
  ),
  post(
    '8 thu 13:25',
    'kevin.pinas',
    'Verslag van mijn eerste keer: 2,6 kilometer, één keer gewandeld, twee keer gedacht dat ik doodging, één reiger gezien. Dinsdag weer.',
    say('anna.devries', 'Dit is het beste loopverslag dat ik ken.'),
    say(
      'vincent.deruiter',
      "Uit Utrecht: wij lopen op donderdag langs het kanaal, met z'n drieën. Wij hebben een zwaan, en die is niet aardig.",
    ),
  ),
  felt(
    'celebrate',
    post(
      '7 mon 13:00',
      'bram.schouten',
      `Het **fietsplan** is rond! Je kunt een fiets uitzoeken tot 2.000 euro, via je bruto loon, ook elektrisch.

1. kies een fiets bij een van de drie winkels op [de pagina](https://intranet.example/fietsplan)
2. stuur de offerte naar mij
3. over een week of zeven staan ze hier op de stoep

Aanvragen kan tot en met vrijdag over drie weken.`,
      say(
        'sjoerd.hiemstra',
        'Geldt het ook voor een bakfiets? Ik vraag het voor drie kinderen en een hond.',
        say('bram.schouten', 'Ook voor een bakfiets. De hond moet wel een bel.'),
      ),
      say(
        'nadia.belkacem',
        'Ik woon op 900 meter. Mag ik dan een hele mooie?',
        say('bram.schouten', 'Zeker. En een langere route.'),
      ),
      say(
        'lotte.vermeulen',
        'Geldt het ook voor Antwerpen?',
        say(
          'bram.schouten',
          'Bij jullie loopt het via een Belgische regeling, die is zelfs iets gunstiger. Ik bel Joris morgen.',
        ),
      ),
    ),
  ),
  post(
    '7 thu 11:05',
    'deepak.ramdin',
    'Loopt iemand met knieklachten? Ik heb een vraag over schoenen en ik wil geen reclame, ik wil ervaring.',
    say(
      'youssef.benali',
      'Ga naar een winkel waar ze je laten lopen zonder iets te zeggen. Ik kocht altijd een maat te klein, dat was mijn hele knieprobleem.',
    ),
    say(
      'anna.devries',
      'En loop de eerste maand op gras of op zand waar het kan. Knieën houden niet van de Zandweg, ondanks de naam.',
      say('deepak.ramdin', 'Een halve maat groter en gras dus. Dank, scheelt me een arts.'),
    ),
  ),
  post(
    '6 tue 08:55',
    'anna.devries',
    'Zondag over bijna drie weken is de **Stadsloop**: vijf of tien kilometer. We hebben acht bedrijfsshirts en elf aanmeldingen. Wie wil er een shirt van de vorige keer? Die zijn oranje, maar wel droog.',
    say(
      'yara.martina',
      'Ik neem oranje. Dan ben ik tenminste te vinden als ik ergens langs de kant zit.',
    ),
    say(
      'kevin.pinas',
      'Ik had me ingeschreven voor de vijf en klikte op tien. Is dat terug te draaien?',
      say('yara.martina', 'Nee. Ik sta ook op tien. We doen het samen.'),
    ),
    say(
      'floor.wijnands',
      'Ik loop niet, maar ik sta bij kilometer zeven met een camera en stroopwafels.',
    ),
  ),
  post(
    '6 thu 14:10',
    'bram.schouten',
    'Fietsplan, de drie vragen die ik het meest krijg: **ja**, ook als je al een fiets hebt; **ja**, ook deeltijders; **nee**, niet voor je buurman. Ook niet als die heel aardig is.',
    say('dennis.vanderkolk', 'Hij is anders wel heel aardig.'),
    say(
      'katrin.vogel',
      'I live across the border. Does the tax office mind?',
      say(
        'bram.schouten',
        'It minds a little. Come by tomorrow and we do the form together, it takes ten minutes.',
      ),
    ),
  ),
  corrected(
    'Donderdag lopen we de heuvel op, verzamelen 12.15 uur bij de stalling.',
    post(
      '5 wed 10:05',
      'youssef.benali',
      'Donderdag lopen we de dijk op en af, vijf keer, verzamelen 12.15 uur bij de stalling. (Er stond eerst "heuvel", maar iemand uit Leeds wees me erop dat dit geen heuvel is.)',
      say('helen.ashworth', 'I am sorry, Youssef. It was a very nice photograph of a slope.'),
      say('kevin.pinas', 'Na dag drie van Kompas is elke helling een heuvel.'),
    ),
  ),
  post(
    '4 fri 12:50',
    'bram.schouten',
    'De inschrijving voor het fietsplan is gesloten: **27 fietsen**, waarvan 14 elektrisch, 2 bakfietsen en 1 vouwfiets die naar Leeds moet. De stalling wordt dus krap. Ideeën?',
    say(
      'theo.groothuis',
      'De oude palletplek naast de stalling is van ons en ligt leeg. Er moet alleen een dakje op.',
    ),
    say(
      'gerda.nijhuis',
      'Een dakje? Ik heb een stapel reststukken plaat waar ik al een jaar een doel voor zoek.',
      say('bram.schouten', 'Gerda, jij hebt nu een doel.'),
    ),
    say('gareth.pryce', 'The folding bike is mine. I wish to try my own hill with it. A real one.'),
  ),
  felt(
    'love',
    post(
      '4 sun 15:20',
      'anna.devries',
      `Alle elf gefinisht! Kevin en Yara liepen hun **eerste tien kilometer** in 1.14 uur, hand in hand over de streep, en Kevin vroeg daarna waar de volgende was.

Dank aan Floor voor de stroopwafels en aan Tineke, die met een toeter van de kleinkinderen langs de brug stond.`,
      say(
        'kevin.pinas',
        'Ik vroeg waar de volgende *stroopwafel* was. Maar goed, ik doe mee.',
        say('floor.wijnands', 'Ik heb het op film en je zei duidelijk "wedstrijd".'),
      ),
      say(
        'yara.martina',
        'Bij zeven kilometer riep Anna dat de koeien ons inhaalden. Er waren geen koeien. Ik heb zo gelachen dat ik mijn benen vergat.',
      ),
      say(
        'tineke.smit',
        'Die toeter neem ik naar het magazijn mee voor als er een order precies op tijd weggaat.',
      ),
    ),
  ),
  post(
    '3 wed 13:40',
    'vincent.deruiter',
    'Na de tien kilometer is het tijd voor iets kleins. Voorstel: elke dag een wandeloverleg van een kwartier in plaats van een zaal. Wie wil dat een week proberen?',
    say('mirjam.polak', 'Ik. Mijn beste idee voor de afsluiting kwam op een bruggetje.'),
    say(
      'deepak.ramdin',
      'Ja, mits niemand iets op een scherm wil laten zien. Ik ben vorige keer in een heg gelopen.',
      say('vincent.deruiter', 'Regel 1: geen schermen. Regel 2: geen heggen.'),
    ),
  ),
  post(
    '9d 11:30',
    'yara.martina',
    'Vraag aan de lopers: hoe houd je het vol als het doel weg is? Sinds de Stadsloop vind ik elke dinsdag een reden. Vandaag was de reden dat mijn sokken niet matchten.',
    say(
      'youssef.benali',
      'Niet voor een doel lopen, maar voor iemand. Ik haal je dinsdag op bij de planning, om 12.10 uur.',
      say('yara.martina', 'Dan kan ik geen nee zeggen. Slim.'),
    ),
    say(
      'anna.devries',
      'Ik loop soms alleen om na te denken over een mes. Dat raad ik niet iedereen aan.',
    ),
  ),
  felt(
    'celebrate',
    post(
      '4d 16:15',
      'bram.schouten',
      "De eerste twaalf fietsen zijn er, een week eerder dan beloofd! Ze staan onder Gerda's nieuwe dak. Sleutels liggen bij Nadia, op naam. Bakfietsen komen volgende week.",
      say(
        'nadia.belkacem',
        'Mijn hele mooie is er. Ik ben er net mee naar huis geweest om een pen te halen.',
      ),
      say(
        'gerda.nijhuis',
        'Het dak lekt op één plek. Dat is de plek van Stijn, met een rondje eromheen.',
        say('stijn.maas', 'Heb ik verdiend.'),
      ),
      nextDay(
        say(
          'sjoerd.hiemstra',
          'Ik fietste naast een collega die ik tien jaar alleen van de kantpers kende. Blijkt om de hoek te wonen.',
        ),
      ),
    ),
  ),
  post(
    '1d 11:40',
    'anna.devries',
    'Nieuw rondje: 3,2 kilometer om de plas, ook goed voor wandelaars en voor wie gesprekken wil in plaats van hartslag. Wie wil het voortouw nemen op de dinsdagen dat ik in Antwerpen ben?',
    say('kevin.pinas', 'Ik doe dinsdag. Twee maanden geleden rende ik voor de bus.'),
    say(
      'chantal.tjonahung',
      'In Utrecht neem ik de donderdag, maar dan wandelend, en om de zwaan heen.',
      say('vincent.deruiter', 'Dapper. Ik loop aan de waterkant.'),
    ),
  ),
  post(
    '75m',
    'youssef.benali',
    'Vandaag wordt het een nat rondje, maar nat is niet koud. Drie handdoeken liggen bij Nadia, en wie daarna munt-thee wil: de mijne staat bij plaatwerk.',
    say(
      'kevin.pinas',
      'Ik ben erbij. Voor de thee, en een beetje voor het rondje.',
      say('youssef.benali', 'Dat is de goede volgorde.'),
    ),
  ),
];
