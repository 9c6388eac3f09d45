import { COMMON_WORDS, DOUBTFUL_NAMES } from './common-words.js';
import { knownGivenName } from './known-given-name.js';

/** Given names of callers from elsewhere, which the births in the United States do not have often enough, and short forms. */
const OTHER_NAMES: ReadonlySet<string> = new Set(
  `
abiodun adaobi adekunle adetola adunni afolabi aigerim aishling akinola alkesh angharad anjum aslam avtar ayotunde aysegul babajide
baljit balvinder balwinder bartek baz beibei bernd bethan bhaskar bhavesh bhavna bhupinder bisi bojan bola bolanle borja branwen
breda bronagh bukola bunmi cairistiona caoimhin cathal catrin cees ceri charanjit chibuzo chidiebere chimdi chinonso dafydd daragh
davinder dayo dele des dhananjay dheeraj diarmuid dilip dimitar dipak dipika doireann donnacha dorota dot dougal dubravka dushyant dylis
ebele ebru ebunoluwa edyta efua eimear eirian eithne eluned ermias esben evgeny fadekemi faridah farooq farrukh feargal femi fergal
fiachra fidelma florin folake folarin funke funmi gaz geert gethin giannis gintaras gobind gopal grainne grzegorz gulsen gurdeep
gurjit gwilym harbhajan hardeep harinder harjit harpal hemant himanshu hui huw ibironke idowu ieuan ifan inderjit ioan ioana iolo
iqbal iseult ishbel istvan itziar iwona jagdish jagjit jarlath jasbir jaswant jaswinder jayanti jayesh jeetendra jide jiri jitendra
joerg jono jools jorg joris juergen kaapo kamaljit kanchan kasimir kat kev khurram kirpal krishnan kuldeep kulwinder kunle lalit
laoise lata lech leszek lieke liwei llinos lowri lyudmila maarten mads maireadh malgorzata mamta manjit mareike mariusz marzena
matthijs mehwish meinir mihai mircea mirjam mithun mo mohinder morag muireann mukesh murali nagesh naoise narendra narinder nev
ngaire nirmala nonso nosipho nwando obi obiageli odhran oleksandr olu onyeka onyinye oonagh orlagh orlaith orsolya oyelaran padma
padmini pankaj paramjit parminder parvati pavla pedr petr pradeep prakash prasad pravin procter prue przemek raghu rajinder rajni
raju rajwinder rakhi ranjana rasmus ratna ravinder razia rhodri ronke roopa ros ruaridh rukhsana rustam ryszard sabitha sandip
sarbjit sarwar satish satnam satwinder saurabh seb segun sello shailesh shankar shanthi shashi shaz shobha sibongile sinazo sioned
sipho siti slavica slawomir sneh somchai srinivas srinivasan steph subhash suchitra sudha sudhir sukhbir sukhdeep sukhjit sukhwinder
suman sunitha surinder surjit sushil sushma swapna tapiwa tariro tegwen temi thabo thandeka themba thulani tochukwu tolu tope trev
tudor tunde tunji turlough uche udo umesh unathi unni upendra vandana vasile vasudha venkatesh vijaya vimal viorica vipul viv waheed
wahid wahida wanjiru witold wojciech xiaoming xiu yemi zbigniew zdenka zhen zodwa zsuzsanna zubeida zuleikha
`
    .trim()
    .split(/\s+/),
);

/** Whether a lower-case word is a given name; accents do not matter, nor a double name's second half. Ordinary words are none, unless they are frequent names. */
export function isGivenName(lower: string): boolean {
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
  const [first = '', second] = plain.split('-');
  return second === undefined ? isOne(plain) : isSureGivenName(first) && isOne(second);
}

function isOne(plain: string): boolean {
  if (OTHER_NAMES.has(plain)) return true;
  const known = knownGivenName(plain);
  if (known === 'frequent') return !COMMON_WORDS.has(plain) || DOUBTFUL_NAMES.has(plain);
  return known === 'rare' && !COMMON_WORDS.has(plain) && !DOUBTFUL_NAMES.has(plain);
}

/** Whether a lower-case word is a given name that means nothing else: what only a few children were called may be a word of another language. */
export function isSureGivenName(lower: string): boolean {
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return (
    !DOUBTFUL_NAMES.has(plain) &&
    !COMMON_WORDS.has(plain) &&
    (OTHER_NAMES.has(plain) || knownGivenName(plain) === 'frequent')
  );
}
