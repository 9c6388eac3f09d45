const KINDS: Readonly<Record<string, string>> = {
  dog: 'dog doggy doggie doggo pooch pup puppy puppies mutt hound labrador lab labradoodle retriever golden\\sretriever spaniel springer cocker cockapoo cavapoo cavoodle cavalier poodle terrier westie yorkie jack\\srussell staffy staffie bulldog frenchie french\\sbulldog boxer beagle dachshund sausage\\sdog corgi collie border\\scollie sheepdog kelpie german\\sshepherd alsatian rottweiler rottie doberman husky malamute chihuahua pug shih\\stzu maltese bichon schnauzer pomeranian greyhound whippet lurcher mastiff great\\sdane newfie newfoundland goldendoodle pit\\sbull pitbull pittie rescue\\sdog vizsla pointer setter samoyed akita shiba dalmatian heeler cattle\\sdog papillon pekingese weimaraner irish\\ssetter english\\ssetter red\\ssetter blue\\sheeler red\\sheeler lurchers basset basset\\shound bloodhound rhodesian\\sridgeback ridgeback saint\\sbernard st\\sbernard great\\spyrenees australian\\sshepherd aussie\\sshepherd bernedoodle bernese sheltie shetland\\ssheepdog border\\sterrier cairn\\sterrier scottie lhasa\\sapso havanese cane\\scorso dobie schnoodle maltipoo cavachon pomsky basenji borzoi saluki bluetick coonhound foxhound pinscher leonberger malinois wheaten kerry\\sblue sprocker jackapoo chow\\schow shar\\spei cavapoochon sheepadoodle aussiedoodle patterdale bedlington airedale irish\\swolfhound wolfhound deerhound beagador bull\\sterrier boston\\sterrier doxie puppers furbaby labs collies',
  cat: 'cat kitty kitten kittens moggy moggie tabby tortie ginger\\stom siamese persian ragdoll maine\\scoon bengal\\scat british\\sshorthair sphynx calico burmese birman tomcat tom\\scat ginger\\scat tonkinese abyssinian manx\\scat tuxedo\\scat savannah\\scat',
  rabbit: 'rabbit bunny house\\srabbit',
  'guinea pig': 'guinea\\spig',
  hamster: 'hamster',
  gerbil: 'gerbil',
  ferret: 'ferret',
  tortoise: 'tortoise',
  turtle: 'turtle terrapin',
  parrot: 'parrot macaw cockatoo african\\sgrey',
  budgie: 'budgie budgerigar',
  parakeet: 'parakeet',
  cockatiel: 'cockatiel',
  canary: 'canary',
  bird: 'bird lovebird',
  fish: 'pet\\sfish',
  horse: 'horse mare gelding',
  pony: 'pony ponies highland\\spony shetland\\spony',
  donkey: 'donkey',
  mule: 'mule',
  goat: 'goat',
  chinchilla: 'chinchilla',
  snake: 'snake corn\\ssnake',
  'ball python': 'ball\\spython python',
  gecko: 'gecko leopard\\sgecko',
  'bearded dragon': 'bearded\\sdragon',
  lizard: 'lizard iguana',
  rat: 'pet\\srat',
  hedgehog: 'hedgehog',
  goldfish: 'goldfish',
  'sugar glider': 'sugar\\sglider',
  axolotl: 'axolotl',
  alpaca: 'alpaca',
  llama: 'llama',
  sheep: 'sheep ewe pet\\ssheep',
  pig: 'pet\\spig micro\\spig pot\\sbellied\\spig',
  mouse: 'pet\\smouse',
  degu: 'degu',
  iguana: 'pet\\siguana',
  duck: 'duck pet\\sduck',
  tarantula: 'tarantula',
  emu: 'emu',
  elephant: 'elephant',
  ostrich: 'ostrich',
  cow: 'cow',
  camel: 'camel',
  crow: 'pet\\scrow',
  raven: 'raven',
  magpie: 'magpie',
  koi: 'koi',
  scorpion: 'scorpion',
  newt: 'newt',
  stoat: 'stoat',
  skunk: 'skunk',
  raccoon: 'raccoon',
  fox: 'pet\\sfox',
  pigeon: 'pigeon',
  dove: 'pet\\sdove',
  finch: 'zebra\\sfinch',
  quail: 'quail',
  turkey: 'pet\\sturkey',
  wallaby: 'wallaby',
  frog: 'tree\\sfrog pet\\sfrog',
  owl: 'owl barn\\sowl',
  hawk: 'hawk harris\\shawk',
  falcon: 'falcon',
  cockerel: 'cockerel',
  hen: 'hen pet\\shen bantam',
  chicken: 'chicken pet\\schicken',
  goose: 'goose',
  peacock: 'peacock',
  monkey: 'pet\\smonkey',
};

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, string] => [word.replaceAll('\\s', ' '), kind]),
  ),
);

/** Words that name a kind of pet, for a pattern. */
export const KIND_WORDS = [...BY_WORD.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', '[ -]');

/** Animals that are mostly no pets: nobody has one where it is not named, and not said to belong to the house. */
export const FARM_KINDS = new Set(
  'hen duck chicken goose pig sheep ewe cow camel pigeon quail raven magpie koi goat mule bantam'.split(' '),
);

/** Words that mean other things too where nobody's name goes with them. */
export const LOOSE_KINDS = new Set([
  ...FARM_KINDS,
  'owl',
  'hawk',
  'falcon',
  'emu',
  'elephant',
  'peacock',
  'boxer',
  'lab',
  'pointer',
  'setter',
  'mare',
  'tabby',
  'persian',
  'bird',
  'golden retriever',
  'spaniel',
  'lizard',
  'cavalier',
  'springer',
  'cocker',
  'retriever',
  'terrier',
  'hound',
  'pup',
]);

/** `puppy` and `labrador` are `dog`; nothing for other words. */
export function petKindOf(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/[\s-]+/g, ' ');
  return BY_WORD.get(plain) ?? BY_WORD.get(plain.replace(/s$/, '')) ?? BY_WORD.get(plain.replace(/ies$/, 'y'));
}
