export type Hair =
  | 'short'
  | 'side-part'
  | 'crop'
  | 'quiff'
  | 'curls'
  | 'afro'
  | 'bob'
  | 'bun'
  | 'long'
  | 'ponytail'
  | 'fringe'
  | 'headscarf'
  | 'bald'
  | 'balding';

export interface Look {
  hair: Hair;
  /** 1 is the lightest, 6 the darkest. */
  skin: 1 | 2 | 3 | 4 | 5 | 6;
  /** Of the hair, or of the headscarf. */
  colour: string;
  backdrop: string;
  clothing: string;
  collar: 'round' | 'shirt' | 'overall' | 'v';
  beard: boolean;
  glasses: boolean;
}

const colours: Record<string, string> = {
  black: '#2b2730',
  dark: '#4a332b',
  brown: '#7a5038',
  chestnut: '#8f4f35',
  red: '#c0653a',
  blond: '#dcb066',
  sand: '#b98d58',
  grey: '#a3a3ab',
  white: '#cfcbd0',
  plum: '#8a4f7d',
  teal: '#3f8a8c',
  rose: '#c9788a',
};

const backdrops = ['#fde2cf', '#d9ecdc', '#dbe6f6', '#f9e4a9', '#ead9f0', '#cfe9ea', '#f6d5d8'];
const clothes = ['#3d5a80', '#c8553d', '#588157', '#e0a33a', '#6d597a', '#2f6f73', '#b56576'];

// One word a feature: hair, skin, hair colour, collar, then beard and glasses if any.
// prettier-ignore
const described: Record<string, string> = {
  'marijke.hoogland': 'bob 2 grey shirt glasses',
  'erik.brandsma': 'balding 2 sand shirt',
  'marek.wojcik': 'crop 1 sand overall beard',
  'gerda.nijhuis': 'crop 1 white overall glasses',
  'dennis.vanderkolk': 'quiff 2 blond overall',
  'agnieszka.zielinska': 'ponytail 1 blond overall',
  'romy.jansen': 'fringe 2 red overall',
  'thanh.nguyen': 'short 3 black overall',
  'henk.wolters': 'balding 2 white overall beard',
  'youssef.benali': 'short 4 black overall beard',
  'sjoerd.hiemstra': 'side-part 1 blond overall',
  'theo.groothuis': 'bald 2 grey shirt beard glasses',
  'murat.yildiz': 'side-part 3 black shirt beard',
  'wilma.oosterveld': 'curls 2 chestnut v',
  'kevin.pinas': 'crop 6 black round',
  'jacek.piatek': 'bald 1 sand overall',
  'tineke.smit': 'bun 1 grey round glasses',
  'mehmet.aydin': 'quiff 3 dark overall beard',
  'yara.martina': 'afro 5 black round',
  'fatima.elamrani': 'headscarf 4 teal round',
  'jeroen.bakker': 'side-part 2 brown shirt glasses',
  'esmee.dekker': 'long 2 blond round',
  'naomi.fernandes': 'curls 5 dark v',
  'patrick.degraaf': 'short 2 grey overall beard',
  'soufiane.haddouch': 'quiff 4 black overall',
  'juergen.krause': 'bald 1 sand overall beard glasses',
  'wout.claes': 'curls 1 red overall beard',
  'liesbeth.goossens': 'ponytail 2 brown overall',
  'priya.nair': 'long 5 black shirt',
  'gareth.pryce': 'balding 1 red overall beard',
  'tom.whitfield': 'curls 2 brown overall',
  'karin.vandenberg': 'long 2 chestnut shirt',
  'pim.hendriks': 'quiff 2 brown shirt',
  'sanne.kok': 'bob 1 blond v',
  'annelies.vos': 'fringe 2 dark round glasses',
  'katrin.vogel': 'bun 1 sand shirt',
  'floor.wijnands': 'bob 2 red round',
  'joris.peeters': 'side-part 2 grey shirt beard',
  'lotte.vermeulen': 'long 1 brown v',
  'dirk.janssens': 'balding 2 brown shirt glasses',
  'helen.ashworth': 'bob 1 white v',
  'olivia.barnes': 'curls 6 black round glasses',
  'callum.reid': 'short 1 red shirt',
  'bas.terhorst': 'short 2 sand shirt glasses',
  'anna.devries': 'ponytail 2 dark round',
  'stijn.maas': 'crop 2 brown round glasses',
  'deepak.ramdin': 'side-part 5 black shirt beard',
  'elif.kaya': 'long 3 dark round glasses',
  'joke.baan': 'bun 2 white v',
  'cor.veldhuis': 'bald 2 white round',
  'ruben.sardjoe': 'short 5 grey shirt glasses',
  'mirjam.polak': 'curls 2 grey shirt glasses',
  'chantal.tjonahung': 'bob 4 black round',
  'hilde.mulder': 'fringe 1 blond shirt',
  'rachid.ouali': 'crop 4 black shirt beard glasses',
  'vincent.deruiter': 'quiff 2 sand round beard',
  'zofia.kaminska': 'bob 1 plum round',
  'ingrid.dewaal': 'long 2 sand v glasses',
  'bram.schouten': 'afro 4 dark shirt',
  'nadia.belkacem': 'headscarf 3 rose round',
};

export function lookOf(personId: string): Look {
  const words = (described[personId] ?? 'short 3 dark round').split(' ');
  const [hair, skin, colour = 'dark', collar] = words;
  const place = Math.max(0, Object.keys(described).indexOf(personId));
  return {
    hair: hair as Hair,
    skin: Number(skin) as Look['skin'],
    colour: colours[colour] ?? colour,
    // Steps of different length, so that neighbours in a list never look alike.
    backdrop: backdrops[(place * 3) % backdrops.length] ?? '#dbe6f6',
    clothing: clothes[(place * 2 + Math.floor(place / 7)) % clothes.length] ?? '#3d5a80',
    collar: collar as Look['collar'],
    beard: words.includes('beard'),
    glasses: words.includes('glasses'),
  };
}
