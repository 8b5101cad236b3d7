import { corrected, felt, nextDay, post, ruled, say } from './write.ts';
import type { Thread } from './write.ts';

export const kantine: Thread[] = [
  felt(
    'smile',
    post(
      '8 tue 08:05',
      'nadia.belkacem',
      `Het is zover: de koffiemachine in Deventer heeft er vannacht mee opgehouden. Hij zegt alleen nog *"Bonenbak sluiten"*, en die zit dicht. Ik heb het gecontroleerd, Thanh heeft het gecontroleerd, en Henk heeft er een klap op gegeven.

De monteur is gebeld. Tot die tijd staat er filterkoffie op de balie, in de grote kan van het vorige jubileum.`,
      say('dennis.vanderkolk', 'Dit verklaart waarom het zo stil is in de montagehal.'),
      say(
        'henk.wolters',
        'Het was geen klap, het was een diagnose.',
        say('thanh.nguyen', 'En de diagnose was: stuk.'),
      ),
      say('katrin.vogel', 'Filter coffee is not a punishment. In my family it is called coffee.'),
      say('wilma.oosterveld', 'Dank je Nadia, dat je er al om half zeven mee bezig was.'),
    ),
  ),
  post(
    '8 thu 11:40',
    'floor.wijnands',
    `Tarwijk bestaat dit jaar **75 jaar**, en voor de wand in de hal zoek ik foto's. Liefst van mensen, niet van machines.

- oude personeelsfeesten
- de eerste hal aan de Zandweg
- jullie eigen eerste werkdag

Inscannen hoeft niet, leg ze maar op mijn bureau in Utrecht of bij Nadia aan de balie. Alles komt terug.`,
    say(
      'henk.wolters',
      'Ik heb er een van 1985 waarop ik haar heb. Mag die ook?',
      say('floor.wijnands', 'Die komt op ooghoogte, Henk.'),
    ),
    say(
      'gerda.nijhuis',
      'Mijn vader werkte ook hier. Thuis ligt een doos met bedrijfsblaadjes uit de jaren zestig, met een rubriek "Wie heeft mijn fietspomp".',
      say('ingrid.dewaal', 'Die rubriek kunnen we morgen weer openen, vrees ik.'),
    ),
    say(
      'helen.ashworth',
      'We have one of the Leeds opening in 1994. There is a lot of shoulder pad in it. I will send it over with the next van.',
    ),
  ),
  post(
    '7 mon 16:20',
    'bram.schouten',
    'Vandaag is Tom Whitfield begonnen als service engineer in Leeds, en vorige week Yara Martina als planner in Deventer. Zie je een onbekend gezicht bij de waterkoker: zeg even je naam, dat scheelt hun er zestig onthouden.',
    say(
      'tom.whitfield',
      'Thank you! I ran that through the translator and I think it says I should stand near the kettle. I can do that.',
      say('priya.nair', 'You are going to fit in just fine.'),
    ),
    say(
      'yara.martina',
      'Dank! Ik ken er nu achttien. Kevin heeft me geholpen met ezelsbruggetjes, die ik hier niet ga herhalen.',
      say('kevin.pinas', 'Verstandig.'),
    ),
  ),
  ruled(
    { kind: 'close', by: 'nadia.belkacem', reason: 'De kaas is terug en vergeven.' },
    post(
      '7 thu 12:10',
      'jeroen.bakker',
      'Wie heeft er in Utrecht de kaasplank uit de koelkast gehaald? Er zat een briefje op met "klant". Het was wel goede kaas, dus ik begrijp het ergens.',
      say(
        'naomi.fernandes',
        'Er zat géén briefje meer op. Er lag een briefje onder in de groentela, met kaas eraan.',
      ),
      say(
        'esmee.dekker',
        'Ik beken: twee blokjes. Ik dacht dat het van de borrel over was. Ik haal morgen nieuwe bij de markt.',
        say('jeroen.bakker', 'Voor jou maken we graag een plank vrij, Esmée. Neem die met komijn.'),
      ),
    ),
  ),
  post(
    '6 tue 09:30',
    'nadia.belkacem',
    'Koffienieuws, en het is niet goed. De monteur zegt dat de maalgroep versleten is en dat het onderdeel **drie weken** duurt. De fabrikant levert dit model niet meer. Wie heeft er thuis nog een percolator die hij kan missen?',
    say(
      'joke.baan',
      'In de proefbakkerij staat een potje dat al zestien jaar niet stuk is. Kom maar langs, mits je ook een boterham meeneemt.',
    ),
    say(
      'patrick.degraaf',
      'Drie weken voor een maalgroep? Mag ik er eens naar kijken als ik vrijdag in Deventer ben? Het is ook maar een machine met een mes erin.',
      say('nadia.belkacem', 'Graag, maar als hij daarna brood snijdt, leg jij het uit.'),
      say(
        'romy.jansen',
        'Mag ik dan meekijken? Voor school heb ik nog een storing nodig om uit te werken.',
      ),
    ),
    say(
      'stijn.maas',
      'Percolator staat morgen op de balie. Het deksel is van een andere percolator, dat hoort zo.',
    ),
  ),
  felt(
    'celebrate',
    post(
      '6 fri 15:45',
      'romy.jansen',
      `De koffiemachine **doet het weer**!! 🎉

Patrick en ik hebben de maalgroep opengemaakt. Er was geen slijtage, er was een veertje gebroken. Laat dat nou bijna hetzelfde veertje zijn als in de mesklem van de Snit 2. Nieuw veertje van 40 cent erin en hij maalt.

Dit wordt mijn schoolverslag.`,
      say(
        'marijke.hoogland',
        'Ik zat net met de offerte voor een nieuwe van vierduizend euro op mijn bureau. Hulde aan jullie allebei.',
      ),
      say(
        'patrick.degraaf',
        'Ik heb alleen de lamp vastgehouden. Romy zag het veertje.',
        say('romy.jansen', 'Je hebt ook heel goed "hm" gezegd.'),
      ),
      say(
        'theo.groothuis',
        'Mooi werk. Wel even de stekker eruit gehad, neem ik aan?',
        say('romy.jansen', 'Stekker eruit, sticker erop, Theo. Ik heb zelfs een foto voor je.'),
      ),
      say('gareth.pryce', 'A forty cent spring. I have driven to Aberdeen for less.'),
    ),
  ),
  post(
    '5 tue 13:05',
    'chantal.tjonahung',
    'Mijn moeder heeft weer te veel pom gemaakt en ze accepteert geen lege schaal terug vóór donderdag. Keuken Utrecht, derde plank. Alsjeblieft.',
    say('jeroen.bakker', 'Ik had om 13.30 uur overleg. Dat is nu om 13.45 uur.'),
    say(
      'floor.wijnands',
      'Mag ik het recept? Of is dat familiegeheim?',
      say(
        'chantal.tjonahung',
        'Familiegeheim. Maar je mag een keer komen kijken hoe ze het doet, als je niets opschrijft.',
      ),
    ),
    say(
      'naomi.fernandes',
      'Schaal is leeg en afgewassen. Kun je haar bedanken van de hele servicedesk?',
    ),
  ),
  felt(
    'love',
    post(
      '5 fri 10:15',
      'sanne.kok',
      `Lieve mensen, vandaag is mijn laatste dag. Na zeven jaar machines verkopen ga ik bij mijn zus in de boomkwekerij werken: buiten, met laarzen.

Ik heb hier geleerd hoe je een klant eerlijk vertelt dat het drie weken later wordt, en dat je daarna het best zelf met taart kunt komen. Pim neemt mijn bakkers in het noorden over; ze zijn gewaarschuwd.

Om vier uur staat er taart in Utrecht. Voor Deventer rijdt Pim een doos mee.`,
      say(
        'pim.hendriks',
        'Twee van jouw klanten hebben al gebeld om te vragen of ik net zo aardig ben. Ik heb gezegd: nee, maar ik leer.',
      ),
      say(
        'marijke.hoogland',
        'Sanne, je hebt nooit iets beloofd dat we niet waar konden maken. Dat is zeldzaam. We gaan je missen.',
      ),
      say(
        'jeroen.bakker',
        'Wie waarschuwt mij nu als er een klant belt met "een klein vraagje"?',
        say('sanne.kok', 'Neem gewoon op, Jeroen. Het is nooit klein, maar ze zijn altijd aardig.'),
      ),
    ),
  ),
  post(
    '4 tue 15:20',
    'ingrid.dewaal',
    `**Jubileumfeest, zaterdag volgende week.** De praktische dingen op een rij:

1. Vanaf 16.00 uur in de montagehal in Deventer; Erik laat de lijn leegrijden
2. Partners en kinderen zijn welkom
3. De bus uit Utrecht vertrekt om 15.00 uur, die uit Antwerpen om 13.30 uur
4. Leeds vliegt vrijdag al; wie heeft een logeerbed?

Aanmelden kan tot vrijdag op [de feestpagina](https://intranet.example/75-jaar/aanmelden).`,
    say(
      'erik.brandsma',
      'De lijn is vrijdag om drie uur leeg. Ik wil zaterdag geen ballon in een kabelgoot zien.',
    ),
    say(
      'joke.baan',
      'Ik kan twee mensen kwijt, mits ze tegen een hond en een vroege wekker kunnen.',
      say('olivia.barnes', 'Yes please! I love dogs. How early is early?'),
      say('joke.baan', 'Half past four. I am a baker. But you may sleep on, the dog will not.'),
    ),
    say(
      'wout.claes',
      'Is er ook iets te eten voor wie geen brood meer kan zien?',
      say(
        'ingrid.dewaal',
        'Er komt een frietkar. Speciaal voor Antwerpen heb ik om dubbel gebakken gevraagd.',
      ),
    ),
    say(
      'tineke.smit',
      'Mijn kleinkinderen vragen of ze op de heftruck mogen zitten. Stilstaand dan.',
      say('jacek.piatek', 'Stilstaand, sleutel bij mij, helm op. Dan mag het wel, ja.'),
    ),
  ),
  post(
    '4 thu 17:10',
    'deepak.ramdin',
    'Voor het feest zoeken we nog een bassist. De band heet nu **De Snijverliezen** en bestaat uit Soufiane (drums), Elif (zang), ik (gitaar) en een lege plek.',
    say(
      'soufiane.haddouch',
      'We kennen vier nummers. Met een bassist zouden het er vijf kunnen zijn.',
    ),
    nextDay(
      say(
        'callum.reid',
        'I play bass. Badly, but on time.',
        say(
          'soufiane.haddouch',
          'On time is all we need from a bass player. Send you the set list tonight!',
        ),
      ),
    ),
  ),
  felt(
    'love',
    post(
      '3 fri 09:00',
      'marek.wojcik',
      `Vandaag om drie uur nemen we afscheid van **Henk**. Eenenveertig jaar eindcontrole. Ik heb het uitgerekend: ongeveer 6.200 machines hebben zijn paraaf.

Kom naar de montagehal, ook als je eigenlijk geen tijd hebt. Henk had ook altijd tijd.`,
      say(
        'thanh.nguyen',
        'Hij heeft mij geleerd om te luisteren naar een lager voordat je meet. Ik hoor het nu ook. Dank je, Henk.',
      ),
      say(
        'katrin.vogel',
        'Wenn Henk unterschrieben hatte, kam vom Kunden nie ein böses Wort. Alles Gute, lieber Henk!',
      ),
      say(
        'gerda.nijhuis',
        'Wie gaat er nu zeggen dat het vroeger kouder was in de hal?',
        say('henk.wolters', 'Het wás kouder. Maar de koffie deed het altijd.'),
      ),
      say(
        'henk.wolters',
        'Ik lees dit in de kantine en ik zie niks meer. Tot drie uur, mensen. Ik breng zelf de krentenwegge mee.',
      ),
    ),
  ),
  felt(
    'celebrate',
    post(
      '10d 09:20',
      'floor.wijnands',
      `Wat een feest! De foto's staan op [de jubileumpagina](https://intranet.example/75-jaar/fotos). Mijn drie favorieten:

- Marijke die de polonaise leidt, langs de kantpers
- Callum die zes nummers bast op een gitaar met vier snaren en één pleister
- Henk, één dag met pensioen, die tóch even aan een lager luistert

Wil je ergens niet op staan, stuur me een berichtje en ik haal de foto weg.`,
      say(
        'marijke.hoogland',
        'Ik ontken niets. Dank aan iedereen die heeft gesjouwd, gekookt, gezongen en opgeruimd.',
      ),
      say(
        'helen.ashworth',
        'From all of us in Leeds: thank you for the beds, the chips and the dancing. Gareth has asked whether we can be 76 next year.',
        say('gareth.pryce', 'It is a fair question.'),
      ),
      say(
        'erik.brandsma',
        'Eén ballon in de kabelgoot. Ik heb hem als aandenken aan de muur gehangen.',
      ),
    ),
  ),
  post(
    '8d 14:30',
    'naomi.fernandes',
    "Gevonden in de feesthal, ligt bij mij op de servicedesk: één kinderlaarsje met een dinosaurus, een leesbril, drie paraplu's en een kunstgebit dat hopelijk een grap was.",
    say(
      'mehmet.aydin',
      'Het laarsje is van mijn zoon! Hij vertelt iedereen dat de dino op het feest is gebleven om te dansen.',
    ),
    say(
      'theo.groothuis',
      'De leesbril is van mij. Ik heb er een week naar gezocht, zonder bril.',
      say('naomi.fernandes', 'Hij gaat vandaag met de post mee naar Deventer, Theo.'),
    ),
    say('wout.claes', 'Het gebit is van de quiz. Laat maar zitten, als dat de uitdrukking is.'),
  ),
  post(
    '6d 10:05',
    'nadia.belkacem',
    'De koffiemachine is gisteren opnieuw gestopt en dit keer is het echt de maalgroep, zegt zelfs Romy. De nieuwe is besteld en komt deze week. We mogen een naam kiezen voor op het bordje. Ideeën hieronder.',
    say(
      'romy.jansen',
      'Veertje. Uit respect voor de vorige.',
      say('patrick.degraaf', 'Veertje. Ik hoef de rest niet te lezen.'),
    ),
    say('wilma.oosterveld', 'Bonnie. Naar de bonen, en naar mijn oude poes.'),
    say(
      'priya.nair',
      'In Leeds our kettle is called Kevin. No relation.',
      say('kevin.pinas', 'I would like to meet him one day.'),
    ),
  ),
  corrected(
    'Wie kan er morgen de laatste honderd meter meesjouwen met de nieuwe koffiemachine? Hij weegt 84 kilo en komt om 8 uur.',
    post(
      '5d 11:15',
      'bram.schouten',
      'Wie kan er morgen de laatste honderd meter meesjouwen met de nieuwe koffiemachine? Hij weegt 84 kilo en komt om **9 uur** (niet 8 uur, de koerier belde net).',
      say(
        'gerda.nijhuis',
        'Sjoerd en ik zijn er. We nemen de steekwagen van plaatwerk mee, dan hoeft er niemand iets te tillen.',
      ),
      say('theo.groothuis', 'Dankjewel Gerda, nu hoef ik dat niet te zeggen.'),
    ),
  ),
  felt(
    'celebrate',
    post(
      '4d 11:40',
      'nadia.belkacem',
      'Dames en heren: **Veertje** staat. Met 31 stemmen gekozen, op nummer twee eindigde "Bonnie". De eerste kop was voor Romy, de tweede ook, want ze moest de knop even testen.',
      say('romy.jansen', 'De knop is nu heel goed getest. Ik trilde tot de pauze.'),
      say(
        'marijke.hoogland',
        'Er zit een meter op die de koppen telt. Ik ben benieuwd, en ook een beetje bang.',
      ),
      say(
        'kevin.pinas',
        'Veertje maakt minder lawaai dan de vorige. Ik mis het gerammel wel, dat was mijn teken voor de pauze.',
        say('wilma.oosterveld', 'Ik roep je voortaan wel, Kevin.'),
      ),
    ),
  ),
  post(
    '2d 13:35',
    'zofia.kaminska',
    'I baked *sernik* (Polish cheesecake) because my parents are visiting and I cannot stop. It is on the table near the window in Deventer. Please help, I have to go home to a second one.',
    say('jacek.piatek', 'Smakuje jak u mojej babci! Voor de rest: gaan halen, nu.'),
    say(
      'stijn.maas',
      'I came for one piece and I am writing this with a plate in each hand.',
      say('zofia.kaminska', 'Then who is typing?'),
    ),
    say('tineke.smit', 'Lekker! Doe je ouders de groeten van de inpak.'),
  ),
  post(
    '1d 15:10',
    'marijke.hoogland',
    `Volgende week eet ik elke dag aan een andere tafel: maandag inpak, dinsdag service in Utrecht, woensdag techniek. Geen presentatie, geen agenda. Ik wil horen wat je doet op een gewone dag en wat je tegenhoudt.

Antwerpen en Leeds volgen de week erna.`,
    say(
      'wilma.oosterveld',
      'Bij inpak wordt op maandag soep gegeten. Neem een kom mee, de onze zijn geteld.',
      say('marijke.hoogland', 'Kom is genoteerd, Wilma. Ik breng er een met oor.'),
    ),
    say(
      'soufiane.haddouch',
      'Mag ik het over parkeren hebben?',
      say(
        'naomi.fernandes',
        'Iedereen in Utrecht wil het over parkeren hebben. Neem de tijd, Marijke.',
      ),
    ),
  ),
  felt(
    'smile',
    post(
      '150m',
      'dennis.vanderkolk',
      'Even controleren: klopt het dat Veertje warme melk geeft als je espresso kiest, en espresso als je thee kiest? Ik vraag het voor een vriend die nu heel wakker is.',
      say(
        'nadia.belkacem',
        'De knoppen zijn gisteren bij het schoonmaken losgehaald. Ik denk dat ze in een andere volgorde terugzitten. 🙈',
      ),
      say(
        'deepak.ramdin',
        'Niet aankomen! Zo leren we ten minste wie de knoppen leest en wie op gevoel drukt.',
        say('dennis.vanderkolk', 'Op gevoel, zoals je merkt.'),
      ),
    ),
  ),
  post(
    '35m',
    'olivia.barnes',
    'Is anyone from Deventer driving to Utrecht tomorrow morning? I am over for two days, landing at nine tonight, and the first train is a bus.',
    say(
      'katrin.vogel',
      'I leave at seven from the station side. Blue estate car, full of bread samples. You are welcome if you do not mind the smell.',
    ),
  ),
];
