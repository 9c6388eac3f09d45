import type { CallTurn } from '../call.js';

/** The commonest small words of each language, in Latin script without accents. */
const SMALL_WORDS = {
  english:
    'the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will my one all would there their what so up out if about who get which go me when can like no just him know take into your some could them see than then now only its over also back after use how our work well way even want because any give us is are was were been has had did does am yes yeah okay ok hi hello please thanks thank right sorry sure good need im ive dont thats youre ill cant id book call phone number name table appointment today tomorrow morning',
  german:
    'der die das und ich nicht ein eine ist sie wir ihr es mit zu auf fur von den dem des im am wie was bei auch noch nur aber wenn dann oder als nach hat haben habe bin sind war kann konnen mochte bitte danke ja nein guten tag hallo mein meine ihnen ihre dass schon mal gerne uhr einen einem einer termin heute morgen uber sehr gut wurde hatte kein keine mir mich uns',
  spanish:
    'el la los las de que y en un una es por con para no se lo su al del como mas pero sus le ya o este si porque esta entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante mi yo eso buenos dias hola gracias quiero quisiera tengo usted bien puede favor cita soy estoy manana tarde nombre llamo ser tiene vale hoy',
  french:
    "le la les de des et un une est que qui dans en du pour pas sur ce il elle je vous nous on avec au par plus mais ou si se son sa ses ne c'est j'ai suis bonjour merci oui non tres bien votre notre mon ma mes voudrais peux avoir etre fait tout cette aussi aux rendez demain heures quel quelle comme alors d'accord madame monsieur s'il",
  italian:
    'il lo la gli le di che e un una per non con del della in sono si da come ma anche piu mi ci ho ha questo questa alla al nel sono buongiorno grazie vorrei posso mio mia bene essere quando dove io lei noi voi perche molto domani oggi prego ciao allora va dei delle ore appuntamento salve',
  portuguese:
    'o a os as de que e em um uma para com nao por mais se na no da do dos das eu voce ele ela nos mas como tambem ja muito ser esta estou sou tenho meu minha obrigado obrigada bom dia ola sim quero gostaria pode ao pelo pela isso este hoje amanha seu sua foi tem boa tarde favor consulta tudo bem',
  dutch:
    'de het een en van ik te dat die in is niet zijn op aan met voor er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen goed graag dank wel ja nee dag goedemorgen afspraak kan wij hallo bedankt morgen mevrouw meneer uur',
  polish:
    'i w nie na z sie do to ze jest co jak o ale po tak za od ja jestem mam czy dla juz by ma moze tylko przez mi ten ta prosze dziekuje dzien dobry chcialbym chcialabym pan pani jutro dzisiaj bardzo jego moj moja jestesmy wizyte godzine dobrze oraz tego mnie sa byc chce nazywam halo tez',
  hindi:
    'hai hain main mera meri mere aap aapka aapki ka ki ke ko se mein nahi nahin kya kaise haan ji aur yeh woh tha thi ho hoon kar karna karo raha rahi rahe liye bhi toh kal aaj namaste dhanyavaad shukriya chahiye mujhe hum kuch bahut accha achha theek abhi kab kahan naam par hua gaya karke kiya baje bolo bol wala',
  turkish:
    've bir bu da de icin ne ile mi var ama ben cok evet hayir degil gibi daha siz tesekkurler merhaba lutfen istiyorum yarin bugun saat iyi nasil benim olarak kadar',
} as const;

/** Fewer known words say nothing for sure. */
const KNOWN_MIN = 4;
const WORDS_MAX = 2_000;

/**
 * Whether a call is, for the most part, in English, by the shares of small words. What the caller says counts twice: agents may answer in
 * a language of their own. Too short a call counts as English; one in another script does not.
 */
export function isEnglish(turns: readonly CallTurn[]): boolean {
  const caller = countsOf(turns.filter(({ speaker }) => speaker !== 'agent'));
  const all = countsOf(turns);
  const decided = caller.known >= KNOWN_MIN || caller.foreignScript > 0 ? caller : all;
  if (decided.foreignScript > decided.words / 2) return false;
  if (decided.known < KNOWN_MIN) return true;
  return decided.english >= decided.best;
}

interface Counts {
  readonly words: number;
  /** Words in a script that English is not written in. */
  readonly foreignScript: number;
  readonly english: number;
  /** Of the likeliest other language. */
  readonly best: number;
  /** Of the likeliest language of all. */
  readonly known: number;
}

function countsOf(turns: readonly CallTurn[]): Counts {
  const words = wordsIn(turns);
  const share = (language: keyof typeof SMALL_WORDS): number => {
    const small = new Set(SMALL_WORDS[language].split(' '));
    return words.filter((word) => small.has(word)).length;
  };
  const english = share('english');
  const others = (Object.keys(SMALL_WORDS) as (keyof typeof SMALL_WORDS)[])
    .filter((name) => name !== 'english')
    .map(share);
  const best = Math.max(...others);
  const foreignScript = words.filter((word) => !/\p{Script=Latin}|\d/u.test(word)).length;
  return { words: words.length, foreignScript, english, best, known: Math.max(english, best) };
}

/** The first so many, without accents; single letters are spelled names. */
function wordsIn(turns: readonly CallTurn[]): readonly string[] {
  const words: string[] = [];
  for (const { text } of turns) {
    const plain = text
      .slice(0, 20_000)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('’', "'");
    for (const [word] of plain.matchAll(/\p{L}{2,}(?:'\p{L}+)?|[ij]'\p{L}+/gu)) {
      words.push(
        /^(?:i'm|i've|don't|that's|you're|i'll|can't|i'd)$/.test(word)
          ? word.replace("'", '')
          : word.replaceAll('ß', 'ss').replaceAll('ł', 'l'),
      );
      if (words.length >= WORDS_MAX) return words;
    }
  }
  return words;
}
