/** What a text is about, by its words: for finding who is glad to be asked about it. */

/** Nobody's draft needs more to say what it is about. */
const mostWords = 40;
/** As much of a text is looked at, in UTF-16 units. */
const mostText = 10_000;
/** Endings of a word that make no other word of it: «report» and «reports». */
const longestEnding = 3;
const shortestStem = 4;

/** Words that say nothing of what a text is about, in the languages of our pages. */
const empty = new Set(
  (
    'a about all also an and any anybody anyone are as at be been but by can could did do does everything for from ' +
    'get got had has have he help her hi how i if in is it its know let like me my no not of on one or our ours ' +
    'out please she should so some somebody someone than thanks that the their them then there they this to too ' +
    'up us use was we were what when where which who whom whose why will with would you your ' +
    'aan al als alle ben bij dan dat de den der deze die dit doe doen door een en er geen had hallo heb hebben ' +
    'heeft hem het hier hij hoe hulp ik in is iemand je jij jou kan kun kunnen maar me met mij mijn moet na naar ' +
    'niet nog nu of om onder ons onze ook op over te ter tot u uit uw van veel voor waar waarom wanneer was wat we ' +
    'weet wel welke werd wie wij wil worden zal ze zij zijn zo zou ' +
    'aber alles als am auch auf aus bei bin bis bitte da dann das dass dein dem den der des die doch du durch ein ' +
    'eine einem einen einer eines er es euch fur gibt habe haben hat hilfe ich ihr im in ist ja jemand kann kein ' +
    'konnen man mein mich mir mit muss nach nicht noch nur ob oder ohne sehr sich sie sind so uber um und uns unser ' +
    'unter viel vom von vor war warum was weiss wenn wer werden wie wir wird wo zu zum zur ' +
    'aide au aux avec bonjour c ca ce ces cette comment d dans de des donc du elle en es est et etre fait faire ' +
    'il ils j je l la le les leur leurs ma mais me mes moi mon n ne nos notre nous on ont ou par pas peut plus pour ' +
    'pourquoi qu quand que quel quelle quelqu qui quoi s sa sait se ses si son sont sur ta te tes toi ton tout tous ' +
    'toute tu un une vos votre vous y'
  ).split(' '),
);

/** Lower case without accents, so that «Reunion» is «réunion». */
const folded = (text: string): string =>
  text.slice(0, mostText).normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');

/** The distinct words that say what a text is about: the first forty. */
export function contentWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of folded(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!empty.has(word)) words.add(word);
    if (words.size === mostWords) break;
  }
  return [...words];
}

/** Whether two words are forms of one: «report» and «reports». */
export function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short === long) return true;
  return (
    short.length >= shortestStem &&
    long.length - short.length <= longestEnding &&
    long.startsWith(short)
  );
}

/** Of a topic of more words, so many have to be among a text's. */
const wordsThatTell = 2;

/**
 * The topics that a text seems to be about, in their order.
 * @param words of the text, as `contentWords` gives them.
 */
export const topicsAmong = (
  words: readonly string[],
  topics: readonly string[],
): readonly string[] =>
  topics.filter((topic) => {
    const own = contentWords(topic);
    const found = own.filter((word) => words.some((each) => areAlike(each, word)));
    return own.length > 0 && found.length >= Math.min(wordsThatTell, own.length);
  });
