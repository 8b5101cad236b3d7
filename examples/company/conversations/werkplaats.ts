import { corrected, felt, nextDay, post, say } from './write.ts';
import type { Thread } from './write.ts';

export const werkplaats: Thread[] = [
  post(
    '8 mon 07:40',
    'murat.yildiz',
    `Vanaf woensdag proberen we **honingraatkarton** in plaats van schuim voor de messensets. Eén stelling, twintig dozen, dan kijken we verder.

Schuim is over een jaar niet meer te krijgen in deze maat, dus ik zoek liever nu dan straks.`,
    say(
      'tineke.smit',
      'Ik heb vast een doos gevouwen. Met de tong naar binnen zit het mes strakker dan in het schuim, maar je hebt er drie handen voor nodig.',
      say('kevin.pinas', 'Ik kan er één lenen.'),
    ),
    say('wilma.oosterveld', 'Graag op stelling 4, daar staat de tafel op Tinekes hoogte.'),
  ),
  post(
    '8 wed 14:05',
    'jacek.piatek',
    'Bij poort 3 ging het vandaag weer bijna mis. Ik kom met de heftruck om de hoek en er staat iemand met een telefoon. Ik rijd daar al stapvoets. Je hoort een elektrische truck gewoon niet.',
    say(
      'kevin.pinas',
      'Die iemand was ik. Ik keek waar artikel 7730 lag. Sorry Jacek, ik schrok net zo hard.',
      say('jacek.piatek', 'Ik ben niet boos op jou. Die hoek is fout.'),
    ),
    say(
      'theo.groothuis',
      'Dank dat je het meldt. Dit is de derde keer in een half jaar bij dezelfde hoek. Loop je morgen om tien uur even met me mee?',
    ),
    say(
      'yara.martina',
      'In de haven op Curaçao hadden de trucks een lamp die een blauwe stip vooruit gooide op de vloer. Je zag de stip eerder dan de truck.',
      say(
        'theo.groothuis',
        'Dat is een goeie. Neem die gedachte morgen mee, om tien uur bij poort 3.',
      ),
    ),
  ),
  post(
    '8 fri 13:30',
    'marek.wojcik',
    'Wie heeft momentsleutel nummer 6 geleend? Hij hangt niet op het bord en hij ligt niet bij lijn 2. Morgen wordt er niet gewerkt, dus hij kan niet ver zijn.',
    say(
      'dennis.vanderkolk',
      'Ligt bij de Bolo van gisteren, ik hang hem terug. Ik had het bordje "geleend" zelf ook geleend.',
    ),
  ),
  post(
    '7 tue 09:15',
    'theo.groothuis',
    `Verslag van tien minuten bij poort 3, met Jacek, Kevin en Yara:

1. een spiegel helpt weinig, want hij zit na een week onder het stof
2. een toeter helpt niet, want dan schrikt iedereen van elke toeter
3. een **blauwe lichtstip** voor de truck uit, dat willen we proberen

Deepak en Elif van techniek bekijken of het op onze trucks past.`,
    say('elif.kaya', 'Past op de 48V, met een eigen zekering. Ik teken het deze week uit.'),
    say(
      'deepak.ramdin',
      'En hij gaat vanzelf uit als de truck in zijn lader staat, anders heeft Jacek maandag een lege accu en een heel blauwe muur.',
      say('jacek.piatek', 'Blauwe muur is ook mooi. Maar lege accu niet.'),
    ),
  ),
  post(
    '7 thu 10:50',
    'gerda.nijhuis',
    'De kantpers staat vrijdag van 13 tot 15 uur stil voor onderhoud. Heb je nog beugels nodig voor de Rijs 20, breng de tekening dan vóór donderdag vier uur. Daarna is het: maandag.',
    say(
      'stijn.maas',
      'Ik heb er twee, kom ze nu brengen. Ze zijn *bijna* hetzelfde als de vorige.',
      say(
        'gerda.nijhuis',
        'Dat "bijna" kost mij altijd een kwartier, Stijn. Zet er een rondje om.',
      ),
      say('stijn.maas', 'Rondje staat er. In rood.'),
    ),
  ),
  post(
    '6 mon 11:25',
    'tineke.smit',
    'Na twintig dozen karton: drie terug met een deuk in dezelfde hoek, linksonder. Het mes zelf was goed, maar het ziet er niet uit als je het krijgt. Ik denk dat de tape daar te veel trekt.',
    say(
      'mehmet.aydin',
      'Bij de vervoerder staan ze op die hoek. Ik heb gekeken toen ze laadden. De doos wordt gekanteld over linksonder omdat daar het handvat zit.',
      say('tineke.smit', 'Dus niet de tape, maar de mensenhand. Dan moet er een hoekje in.'),
    ),
    say(
      'hilde.mulder',
      'Ik vraag de kartonleverancier om een los hoekstuk. Heb je een maat voor me?',
    ),
    nextDay(
      say(
        'tineke.smit',
        'Maat gevouwen van een oude doos en bij je op het bureau gelegd. Haakse vouw, 60 bij 60, niet plakken.',
      ),
    ),
  ),
  post(
    '6 thu 15:10',
    'youssef.benali',
    'Er ligt een nieuwe rol lasgas bij de deur die niet vastgeketend is. Ik heb hem nu zelf vastgezet. Graag meteen doen als je hem neerzet, ook als je maar even weg bent.',
    say(
      'sjoerd.hiemstra',
      'Dat was ik. Terecht. De ketting was te kort, ik heb een langere besteld.',
    ),
    say('theo.groothuis', 'Zo hoort het: gezien, opgelost, gezegd. Dank jullie beiden.'),
  ),
  felt(
    'insight',
    post(
      '5 tue 08:20',
      'jacek.piatek',
      'De blauwe lamp zit op truck 2. Drie weken proef, zegt Theo. Ik heb vanmorgen vier keer gezien dat iemand stopte **voordat** ik om de hoek was. Vier keer in één ochtend.',
      say('kevin.pinas', 'Ik was er één van. Je voelt je alsof er een vriendelijke ufo aankomt.'),
      say(
        'wilma.oosterveld',
        "Kan truck 1 er ook een krijgen? De collega's van de avondploeg vroegen waarom zij geen ufo hebben.",
        say(
          'theo.groothuis',
          'Eerst drie weken meten, dan beslissen. Ik tel elke bijna-botsing op het bord. Zet ze erop, ook de kleintjes.',
        ),
      ),
      say(
        'agnieszka.zielinska',
        'Mooi aangesloten trouwens. Wie heeft de kabel gelegd?',
        say('elif.kaya', 'Romy, met mij erbij. Ik geef het compliment door.'),
      ),
    ),
  ),
  post(
    '5 wed 07:35',
    'wilma.oosterveld',
    'Dag drie met Kompas. De labels komen scheef uit printer 2 en de looproute stuurt ons van stelling 1 naar 19 en weer terug. Verder leven we nog. Zofia staat hier met een schroevendraaier en goede moed.',
    say(
      'zofia.kaminska',
      'Printer 2 is straight again. It had the paper size of printer 5 and the feelings of printer 1.',
    ),
    say(
      'kevin.pinas',
      'Mijn stappenteller zei gisteren 24.000. Ik ben al in training voor de tien kilometer, maar dit was niet de bedoeling.',
      say(
        'yara.martina',
        'De volgorde van de stellingen stond op alfabet: 1, 10, 11, 2. Vincent past het vanmiddag aan.',
      ),
    ),
  ),
  post(
    '5 thu 16:00',
    'romy.jansen',
    'Vraag van de leerling: waarom zetten we de M8 bij de mesklem eerst handvast, dan de andere kant, en dan pas op moment? Ik doe het, maar ik wil het ook snappen.',
    say(
      'henk.wolters',
      'Draai je er één meteen vast, dan trekt de klem scheef en zit je mes een haar uit het lood. Een haar is bij brood een boterham.',
      say('romy.jansen', 'Een haar is bij brood een boterham. Die schrijf ik op de kast.'),
    ),
    say(
      'marek.wojcik',
      'En probeer het een keer fout op de oefenklem. Dan voel je het, dat vergeet je nooit meer.',
    ),
  ),
  corrected(
    'De hoekstukjes zijn binnen. Alle messensets gaan vanaf nu in karton mét hoekje, linksonder beginnen.',
    post(
      '4 mon 10:30',
      'tineke.smit',
      'De hoekstukjes zijn binnen! Alle messensets gaan vanaf nu in karton mét hoekje, **rechtsonder** beginnen (ik schreef links, maar ik stond aan de andere kant van de tafel).',
      say(
        'mehmet.aydin',
        'Zaterdag honderd dozen mee naar Leeds en Antwerpen. Ik heb op elke doos een stip gezet zodat ze ons kunnen zeggen welke het was.',
      ),
      say(
        'rachid.ouali',
        'Per hoekje elf cent. Voor een gedeukte doos betaalden we gemiddeld negen euro aan gezeur.',
        say('murat.yildiz', 'Mag ik "aan gezeur" zo in het overzicht zetten?'),
      ),
    ),
  ),
  post(
    '4 wed 08:10',
    'erik.brandsma',
    `Vandaag van 10 tot 14 uur bezoek uit Gent op de vloer. Vijf bakkers, één hond die buiten blijft.

- looppaden vrij, ook bij lijn 3
- hesjes hangen bij de deur
- en vertel gerust wat je doet, ze bakken zelf ook vanaf vier uur 's nachts`,
    nextDay(
      say(
        'dennis.vanderkolk',
        'Eentje wilde weten hoe vaak een mes stuk gaat. Ik heb gezegd wat Henk altijd zegt: vaker dan we willen, minder vaak dan vroeger.',
        say(
          'erik.brandsma',
          'Precies goed. Hij begon er bij de lunch zelf over: "die jongen was eerlijk".',
        ),
      ),
    ),
    say('thanh.nguyen', 'De hond heet Kruim. Dat wilde ik even delen.'),
  ),
  post(
    '3 tue 13:20',
    'marek.wojcik',
    'Wie neemt vanaf volgende week de eindcontrole op maandag en vrijdag naast Thanh? Henk laat een map na met zijn handschrift. Ik zoek iemand die dat kan lezen.',
    say(
      'dennis.vanderkolk',
      'Ik wil het graag leren. Mijn handschrift is nog erger, dus het moet lukken.',
    ),
    say(
      'thanh.nguyen',
      'Graag, Dennis. Begin om kwart voor zeven, dan is het stil en hoor je de lagers.',
      say('dennis.vanderkolk', 'Met een tweeling thuis is kwart voor zeven uitslapen.'),
    ),
  ),
  post(
    '10d 11:00',
    'murat.yildiz',
    'Alle onderdelen tot vijf kilo gaan vanaf vandaag in karton, niet alleen de messen. Het laatste schuim ligt in vak 31. Als dat op is, is het op.',
    say(
      'tineke.smit',
      'De motorbeugel past niet in maat 3. Ik pak hem nu in maat 4 met twee hoekjes en een prop.',
      say('hilde.mulder', 'Maat 3,5 bestaat bij de leverancier. Ik vraag een proefpakje aan.'),
    ),
    say('kevin.pinas', 'Ik ga dat geluid van schuim op schuim niet missen. Kippenvel, elke keer.'),
  ),
  felt(
    'celebrate',
    post(
      '8d 09:10',
      'theo.groothuis',
      `De drie weken zitten erop. Bijna-botsingen bij poort 3:

- drie weken vóór de lamp: **9**
- drie weken met de lamp: **1** (en dat was een verdwaalde ballon)

Besluit: alle vijf trucks krijgen er een. Jacek, Kevin, Yara: dit is jullie idee en zo staat het ook in het verslag.`,
      say(
        'jacek.piatek',
        'Dziękuję. Ik ben blij. En ik neem mijn bijna-botsing met de ballon terug.',
      ),
      say(
        'erik.brandsma',
        'Van klacht naar besluit in zes weken. Kan dit ook met de tochtdeur bij lijn 1?',
        say('gerda.nijhuis', 'Daar zeg je iets. Ik schrijf hem op, met rondje erom.'),
      ),
      say(
        'marijke.hoogland',
        'Ik liep er gisteren zelf langs en stond stil voordat ik wist waarom. Knap werk.',
      ),
    ),
  ),
  post(
    '6d 07:50',
    'agnieszka.zielinska',
    'De aarddraad in de deur van de Rijs 20 moet **15 cm langer** dan de rest. Als er ooit iemand aan de deur hangt, moet die draad als laatste losschieten. Er zijn er vorige week twee te kort gemaakt.',
    say(
      'dennis.vanderkolk',
      'Waarschijnlijk door mij. Ik dacht dat het netter stond. Kun je het me laten zien?',
      say(
        'agnieszka.zielinska',
        'Kom na de pauze, dan maken we er samen een. Netjes kan ook met een lus.',
      ),
    ),
  ),
  felt(
    'thanks',
    post(
      '2d 10:20',
      'murat.yildiz',
      'De cijfers van de verpakkingsproef. Transportschade aan messensets: voor de proef **4,3 %**, afgelopen maand **0,8 %**. Het schuim in vak 31 is gisteren opgegaan aan een klok voor de directiekamer. Tineke, jouw hoekje heeft nu een eigen artikelnummer: `60-TINEKE`.',
      say(
        'tineke.smit',
        'Een artikelnummer! Dat ga ik zondag aan tafel vertellen. Dank jullie wel, en vooral Mehmet, die zag dat het de hand was.',
      ),
      say('rachid.ouali', 'Ik heb zojuist 5.000 stuks 60-TINEKE besteld. Dat typte heel prettig.'),
      say(
        'priya.nair',
        'From Leeds: not one dented box in three deliveries. Gareth keeps the corner pieces and builds little houses.',
      ),
    ),
  ),
  post(
    '210m',
    'wilma.oosterveld',
    'De spoedorder voor Gent is weg, twee uur eerder dan beloofd. Dennis en Romy waren om zes uur al begonnen. Er staat een plaat krentenwegge bij stelling 4 en die is niet alleen voor het magazijn.',
    say('dennis.vanderkolk', 'Ik rook hem al bij lijn 2. Ben onderweg.'),
    say(
      'mehmet.aydin',
      'De chauffeur heeft ook een plak. Hij rijdt nu extra voorzichtig, zegt hij.',
      say('wilma.oosterveld', 'Dan zijn het de best verpakte zes dozen van het jaar.'),
    ),
  ),
];
