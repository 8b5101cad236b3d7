import { corrected, felt, nextDay, post, say } from './write.ts';
import type { Thread } from './write.ts';

export const proefbakkerij: Thread[] = [
  post(
    '8 mon 06:55',
    'joke.baan',
    'Goedemorgen. Desem **Gerrit** heeft het weekend overleefd en is over de rand van zijn pot geklommen. Om elf uur ligt er brood op de plank bij de hal. Graag eerlijk commentaar, "lekker" is geen commentaar.',
    say(
      'stijn.maas',
      'Korst: goed. Kruim: wat nat onderin. Smaak: naar citroen, op een goede manier. Is dit beter?',
      say('joke.baan', 'Dit is commentaar, Stijn. En je hebt gelijk over onderin.'),
    ),
    say(
      'anna.devries',
      'Ik heb er zes broden van nodig voor de snijproef. Hoe natter hoe liever, daar hebben de messen het moeilijk mee.',
    ),
  ),
  post(
    '8 wed 13:50',
    'anna.devries',
    `Proefnotitie Snit 3, mes nummer 4: schoon in wit en volkoren, maar in roggebrood blijft er een dun laagje achter op de rug. Na veertig sneden wordt de snede één millimeter dikker.

Volgende stap: dezelfde tand, andere hoek. Stijn tekent, Cor bakt, ik snijd.`,
    say(
      'cor.veldhuis',
      'Ik bak er veertig rogge. Daarna ruikt de hele hal naar Westfalen, Jürgen zal huilen van geluk.',
    ),
    say(
      'patrick.degraaf',
      'Bij klanten zie je dat laagje ook bij rozijnenbrood, maar pas na een dag. Neem je dat mee in de proef?',
      say('anna.devries', 'Een dag wachten had ik niet op mijn lijst. Nu wel, dank.'),
    ),
  ),
  post(
    '7 wed 10:20',
    'lotte.vermeulen',
    'Over drie weken komt **Bakkerij Ooievaart** uit Gent: vijf mensen, familiebedrijf, zes winkels. Ze twijfelen tussen ons en "gewoon nog tien jaar met de oude". Kunnen we hun eigen brood op onze machine laten zien?',
    say(
      'joke.baan',
      'Alleen als ik hun bloem en hun desem heb. Ander brood bewijst niets.',
      say(
        'lotte.vermeulen',
        'Ik haal volgende week een pot desem bij ze op. Hoe vervoer je zoiets?',
      ),
      say('joke.baan', 'Als een kat. Dicht, maar met lucht, en praat er een beetje tegen.'),
    ),
    say(
      'joris.peeters',
      'De oude vader beslist. Hij zegt weinig en kijkt naar handen. Laat hem vooral zelf iets vasthouden.',
    ),
  ),
  post(
    '7 fri 12:00',
    'cor.veldhuis',
    'Vrijdagbrood: vandaag speltbollen en een plaat *krentenwegge* die te donker werd. De donkere zijn gratis, de andere ook.',
    say('theo.groothuis', 'De donkere waren het lekkerst. Dat mag je vaker fout doen.'),
  ),
  post(
    '6 tue 15:35',
    'stijn.maas',
    'Mes 5 ligt er. De hoek is van 18 naar 15 graden gegaan. Op papier is dat niets, maar op de slijpbank kostte het Sjoerd een middag.',
    say('sjoerd.hiemstra', 'Twee middagen. De eerste telde niet, want toen was het mes 4½.'),
    say(
      'anna.devries',
      'Eerste tien roggebroden: **geen laagje**. Ik durf het bijna niet te zeggen. Morgen de andere dertig.',
      say('stijn.maas', 'Niet hardop zeggen. Mes 3 kon ons ook horen.'),
    ),
    nextDay(say('anna.devries', 'Veertig op veertig. Nu de rozijnen van Patrick nog.')),
  ),
  post(
    '6 thu 09:15',
    'lotte.vermeulen',
    'De pot desem uit Gent reist op dit moment naast mij in de auto, met gordel. De bakker vroeg of ze ook mocht weten hoe de onze heet. Ik heb Gerrit gezegd. Die van hen heet **Madeleine**.',
    say('cor.veldhuis', 'Gerrit heeft zijn pot vast opgepoetst.'),
    say(
      'joke.baan',
      'Kom maar door. Ze krijgt een eigen plank, ver van de tocht.',
      say('lotte.vermeulen', 'Ze heeft de hele Kennedytunnel geslapen.'),
    ),
  ),
  post(
    '5 wed 13:00',
    'joke.baan',
    'Zesde dag Madeleine. Ze is trager dan Gerrit en ze wil het warmer, 27 graden. Maar wat ze doet met die Vlaamse bloem: een kruim als een spons, en een korst die zingt als hij afkoelt.',
    say(
      'bas.terhorst',
      'Ik heb mijn oor bij de plank gehouden. Het zingt echt. Ik heb er een vergadering voor laten lopen.',
    ),
    say(
      'dennis.vanderkolk',
      'Mag Romy bij de warme plank haar boterham eten? Ze zit er al, dus de vraag is meer voor de vorm.',
      say('joke.baan', 'Wie de plank afveegt, mag er zitten.'),
    ),
  ),
  corrected(
    'Programma woensdag: 10.00 ontvangst, 10.30 rondleiding, 12.00 lunch, 13.00 snijden.',
    post(
      '4 mon 15:40',
      'lotte.vermeulen',
      'Programma woensdag: 10.00 ontvangst, 10.30 **eerst snijden**, 11.30 rondleiding, 12.30 lunch. Ik heb het omgedraaid: na de lunch is hun brood te warm verkocht, zei Joke, en ze heeft gelijk.',
      say(
        'erik.brandsma',
        'Om half twaalf is lijn 3 bezig met een Rijs 20, dat is een mooi moment om langs te lopen.',
      ),
      say(
        'deepak.ramdin',
        'Ik ben erbij voor de instellingen. Hoe dik snijden ze nu?',
        say('lotte.vermeulen', 'Elf millimeter, maar de vader zegt "elf en een beetje".'),
        say('deepak.ramdin', 'Een beetje kan ik instellen. In tienden.'),
      ),
    ),
  ),
  felt(
    'love',
    post(
      '4 wed 16:45',
      'lotte.vermeulen',
      `Ze zijn net weg. De vader heeft twee uur niets gezegd. Toen sneed Anna hun eigen brood, pakte hij een snee, hield hem tegen het licht en vroeg: *"En met een vers, nog lauw?"*

Cor had er één, nog lauw. Elf en een beetje. Hij heeft de snee in zijn zakdoek gevouwen en meegenomen voor zijn vrouw.`,
      say(
        'joris.peeters',
        'Ik ken hem twintig jaar en dit is het langste gesprek dat hij ooit met een machine had.',
      ),
      say('cor.veldhuis', 'Dat lauwe brood was eigenlijk mijn lunch.'),
      say(
        'anna.devries',
        'Mijn handen trilden zo dat ik blij was dat de machine het mes vasthield.',
        say('deepak.ramdin', 'De machine trilde niet. Ik heb gekeken.'),
      ),
    ),
  ),
  post(
    '3 tue 11:30',
    'floor.wijnands',
    'Ik wil een klein filmpje maken van een brood dat uit de oven komt en zingt. Geen stem, geen muziek, alleen de korst. Wanneer is het hier echt stil?',
    say(
      'joke.baan',
      "Om tien voor vijf. 's Ochtends.",
      say('floor.wijnands', 'Ik was al bang dat je dat ging zeggen. Donderdag?'),
      say('joke.baan', 'Donderdag. Ik zet koffie, en ik zeg niets.'),
    ),
    nextDay(
      say(
        'floor.wijnands',
        'Ik neem slippers mee, mijn schoenen piepen. Dat hoorde ik gisteren pas toen ik oefende.',
      ),
    ),
  ),
  post(
    '9d 10:00',
    'cor.veldhuis',
    'Wie heeft er op het feest een bordje "Gerrit, 75 jaar" op de desempot geplakt? Hij is pas negen. Het bordje blijft wel hangen.',
    say('joke.baan', 'Hij ziet er ook ouder uit sinds Madeleine weg is.'),
    say('stijn.maas', 'Ik beken niets, maar ik heb wel een labelprinter.'),
  ),
  felt(
    'celebrate',
    post(
      '6d 08:40',
      'lotte.vermeulen',
      'Ze hebben getekend. **Zes Snit 3-machines**, één per winkel, de eerste zes die we ooit verkopen. De vader belde zelf en zei drie woorden: "Doe ze maar." En vooruit willen ze alvast nieuwe messen voor hun oude machines, met spoed.',
      say(
        'bas.terhorst',
        'Drie jaar tekenen, vijf messen, en dan drie woorden. Ik ben heel trots op dit clubje.',
      ),
      say(
        'marijke.hoogland',
        'Ik heb de kaart voor Gent zelf geschreven. Lotte, Anna, Joke en iedereen met meel op zijn mouw: proficiat.',
      ),
      say(
        'cor.veldhuis',
        'En het begon met een lunch die ik niet heb gegeten.',
        say('lotte.vermeulen', 'Jij krijgt van mij een lunch in Gent, Cor. Met wijn.'),
      ),
    ),
  ),
  post(
    '3d 12:35',
    'anna.devries',
    'Rozijnenproef na 24 uur: mes 5 houdt het schoon, behalve als de rozijn precies in de tandhoek valt. Kans ongeveer één op negenhonderd. Is dat erg?',
    say(
      'patrick.degraaf',
      'Eén op negenhonderd is bij een grote bakker elke ochtend. Maar als hij zichzelf weer schoonveegt, merkt niemand het.',
      say(
        'anna.devries',
        'Hij veegt zich schoon binnen drie sneden. Ik zet het zo in het verslag.',
      ),
    ),
    say('joke.baan', 'Je kunt ook minder rozijnen nemen. Maar niet in mijn bakkerij.'),
  ),
  post(
    '1d 08:25',
    'joke.baan',
    'Lotte heeft uit Gent een stukje Madeleine meegekregen, als bedankje, om te houden. Ze staat nu naast Gerrit. Om elf uur een brood van hen samen. Ik ben benieuwd en een beetje zenuwachtig, zoals bij een schoolfeest.',
    say(
      'cor.veldhuis',
      'Werktitel: Gerrit & Madeleine. Zachtzuur, met een harde korst. Zoals de meeste huwelijken.',
    ),
    say(
      'lotte.vermeulen',
      'Ik stuur een foto naar de familie. Kunnen jullie er een snee bij leggen, elf en een beetje?',
      say('deepak.ramdin', 'Staat ingesteld als voorkeuze 6. Die heet ook zo op het scherm.'),
    ),
  ),
  felt(
    'smile',
    post(
      '125m',
      'cor.veldhuis',
      'De nieuwe stagiaire komt maandag hier kennismaken. Welk brood zegt het eerlijkst wie wij zijn? Ik twijfel tussen de rogge van mes 5 en de te donkere krentenwegge.',
      say('theo.groothuis', 'De te donkere. Dan weet ze meteen dat je hier een fout mag opeten.'),
      say(
        'anna.devries',
        'Allebei, en laat haar zelf snijden.',
        say('joke.baan', 'En daarna commentaar. "Lekker" is geen commentaar.'),
      ),
    ),
  ),
];
