/** What somebody is, and the condition that it is: "I'm diabetic". */
export const CONDITION_OF_ADJECTIVE: readonly (readonly [RegExp, string])[] = [
  [/^(type (?:1|2|one|two) )?diabetic/, '$1diabetes'],
  [/^(?:pre ?-?diabetic)/, 'prediabetes'],
  [/^asthmatic/, 'asthma'],
  [/^epileptic/, 'epilepsy'],
  [/^(coeliac|celiac)/, '$1 disease'],
  [/^an?emic/, 'anemia'],
  [/^(hyp(?:o|er)gly)c(ae|e)mic/, '$1c$2mia'],
  [/^anaemic/, 'anaemia'],
  [/^arthritic/, 'arthritis'],
  [/^dyslexic/, 'dyslexia'],
  [/^autistic/, 'autism'],
  [/^claustrophobic/, 'claustrophobia'],
  [/^(ha?emophilia)c/, '$1'],
  [/^hypertensive/, 'hypertension'],
  [/^insomniac/, 'insomnia'],
  [/^bipolar/, 'bipolar disorder'],
  [/^hiv positive/, 'HIV positive'],
  [/^(?:immuno-? ?compromised|immuno-? ?suppressed|immune compromised)/, 'immunocompromised'],
  [/^(lactose|gluten|dairy|wheat|fructose|histamine) intolerant/, '$1 intolerance'],
  [/^intolerant (?:to|of) (lactose|gluten|dairy|wheat|fructose|eggs?|milk)/, '$1 intolerance'],
  [
    /^(?:stone |profoundly |completely |partially |half )?deaf(?! to)(?: in (?:my |the |one )?(?:left |right )?(?:ear|one ear))?/,
    '$&',
  ],
  [/^hard of hearing/, 'hard of hearing'],
  [/^(?:registered |legally |totally |partially |colou?r ?|nearly |almost )?blind(?! (?:without|as|to|drunk))/, '$&'],
  [/^(?:partially sighted|visually impaired|short ?-?sighted|hearing impaired|partially deaf|mobility impaired)/, '$&'],
  [/^(?:registered )?disabled/, 'disabled'],
  [/^(?:in|confined to|using) an? wheelchair/, 'wheelchair user'],
  [/^wheelchair (?:user|bound)/, 'wheelchair user'],
  [/^on crutches/, 'on crutches'],
  [/^(?:breast ?-?feeding|nursing my baby)/, 'breastfeeding'],
  [/^(?:housebound|bedridden|bed ?bound)/, '$&'],
  [
    /^(?:(?:about |nearly |almost |just |around )?(?:\d+|[a-z]+(?:[ -][a-z]+)?) (?:weeks?|months?) |heavily |newly |very |early )?pregnant/,
    '$&',
  ],
  [
    /^(?:about |nearly |almost |around )?((?:\d+|[a-z]+(?:[ -][a-z]+)?) (?:weeks?|months?)) (?:along|gone|preggers|pregnant)/,
    '$1 pregnant',
  ],
  [
    /^expecting(?=$|[,.!?]| in (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:spring|summer|autumn|fall|winter))| so\b| and\b| did\b| actually\b| i'm\b| im\b| my (?:first|second|third)\b| a baby\b| twins\b)/,
    'pregnant',
  ],
  [/^(?:sugar|diabetes|diabetic) patient/, 'diabetes'],
  [/^(?:b ?p|heart|thyroid|asthma|cancer|kidney|dialysis) patient/, '$&'],
  [/^(?:a )?(?:cancer|stroke|heart attack) survivor/, '$&'],
  [/^(?:a |an )?(?:heavy )?(?:migraine|asthma|hay fever|arthritis|ibs|anxiety|eczema|back pain) sufferer/, '$&'],
];

const BODY_NAMES =
  'rotator cuff|back|neck|knee|knees|hip|hips|shoulder|shoulders|ankle|ankles|wrist|wrists|elbow|elbows|foot|feet|leg|legs|arm|arms|hand|hands|finger|fingers|thumb|toe|toes|jaw|tooth|teeth|molar|molars|wisdom tooth|wisdom teeth|gum|gums|head|ear|ears|eye|eyes|throat|chest|stomach|tummy|belly|skin|scalp|nose|lip|tongue|heel|calf|hamstring|groin|rib|ribs|spine|kidney|kidneys|sinuses|heart|lower back|upper back|collarbone|achilles|face|cheek|mouth';

/** Parts of the body; not of a house or a car ("my back door", "the head office"). */
export const BODY = `(?:${BODY_NAMES})(?! (?:doors?|gates?|gardens?|windows?|rooms?|bedrooms?|tyres?|tires?|wheels?|seats?|bumpers?|yard|patio|lights?|office|teacher|chef|garage|boiler|wall|fence|porch|page|panel|house|bag|account|number|soap|towels?|injury claim|of (?:the|my|a|our|department|it)|in (?:the|my) (?:office|house|car)|to (?:back|the|work|you|me)|at (?:work|home|the)|from (?:work|holiday|the)|on (?:the road|track|to)|up)\\b)`;

/**
 * Diagnoses that are nothing else by their names: where the caller speaks of himself or herself, they need no frame around them.
 */
export const DIAGNOSIS = [
  'asthma|(?:type (?:1|2|one|two) )?diabetes|arthritis|angina|a[ -]?fib|atrial fibrillation|heart (?:failure|murmur|condition|trouble|disease)|pacemaker|high blood pressure|low blood pressure',
  "sciatica|fibromyalgia|glaucoma|cataracts?|macular degeneration|vertigo|tinnitus|parkinson'?s(?: disease)?|multiple sclerosis|coeliac(?: disease)?|celiac(?: disease)?|crohn'?s(?: disease)?|migraines?|epilepsy|gout|shingles|whiplash|lupus|insomnia|claustrophobia|anaemia|anemia|alopecia|copd|emphysema|eczema|rosacea|dyslexia|hearing loss|hay ?fever|tmj|long covid|sleep apn(?:o)?ea|dialysis|chemo(?:therapy)?|endometriosis|ibs|carpal tunnel|frozen shoulder|plantar fasciitis",
  '(?:two |three |a couple of )?(?:slipped|herniated|bulging|prolapsed) dis[ck]s?|(?:trapped|pinched) nerve|(?!diagnosis|hypnosis|prognosis|metamorphosis|osmosis)[a-z]{4,}(?:osis|iasis)|(?!graffitis)[a-z]{4,}itis|[a-z]{4,}algia|restless legs?|hyp(?:o|er)glyc(?:a)?emia|(?:broken|fractured|sprained|torn|dislocated|swollen) (?:left |right )?(?:arm|leg|wrist|ankle|foot|finger|thumb|toe|hand|elbow|collarbone|shoulder|knee|hip|ribs?|jaw)|tooth ?ache',
  "hernia|(?:breast |lung |skin |bowel |prostate |throat )?cancer|rheumatoid(?: arthritis)?|torn (?:meniscus|ligament|acl|rotator cuff|tendon|cartilage|muscle)|(?:stomach |peptic |mouth |leg )?ulcers?|keloid|farmer's lung|autism|dementia|arrhythmia|heart murmur|psoriasis|crohn's|hypermobility|tendon injury|sickle cell|(?:the )?macular(?= |$|[,.])|polio|scoliosis|lymphedema|narcolepsy|adhd|ptsd|pcos|ocd|vitiligo|lumbago|kidney stones|gallstones|chronic (?:back |knee |hip |nerve )?pain|menopause",
].join('|');

/** Conditions by their names. */
export const CONDITION = [
  'mitral valve prolapse|[a-z]+ prolapse|asthma|(?:type (?:1|2|one|two) )?diabetes|(?:rheumatoid |psoriatic |osteo-?)?arthritis|osteoarthritis|rheumatism',
  '(?:very )?(?:high|low) blood pressure|hypertension|high cholesterol|blood pressure (?:problems?|issues?)|high bp|low bp',
  '(?:a )?heart (?:condition|murmur|disease|problems?|trouble|failure|arrhythmia|valve)|pacemaker|angina|atrial fibrillation|a ?-?fib|arrhythmia|palpitations',
  "migraines?|epilepsy|seizures|eczema|psoriasis|rosacea|acne|dermatitis|ibs|ibd|irritable bowel(?: syndrome)?|crohn'?s(?: disease)?|(?:ulcerative )?colitis|(?:coeliac|celiac)(?: disease)?|acid reflux|gerd|reflux|(?:stomach |peptic |leg |mouth )?ulcers?|(?:a )?murmur|diverticulitis|gallstones|kidney stones",
  "sciatica|fibromyalgia|scoliosis|lumbago|tendonitis|tendinitis|bursitis|plantar fasciitis|carpal tunnel(?: syndrome)?|tennis elbow|whiplash|repetitive strain|rsi|vertigo|tinnitus|labyrinthitis|meniere'?s(?: disease)?",
  "multiple sclerosis|m ?s(?! (?:word|office|paint|teams|excel|windows))|parkinson'?s(?: disease)?|motor neurone disease|chronic fatigue(?: syndrome)?|lupus|long covid|lyme disease|cystic fibrosis|cerebral palsy|muscular dystrophy|ehlers[- ]danlos|pots",
  "(?:an? )?(?:under|over)active thyroid|thyroid(?: (?:problems?|issues?|condition|trouble))?|hypothyroidism|hyperthyroidism|hashimoto'?s|pcos|endometriosis|menopause",
  '(?:social |dental |generali[sz]ed )?anxiety(?: disorder)?|panic (?:attacks?|disorder)|depression|adhd|add|ptsd|ocd|autism|dyslexia|bipolar(?: disorder)?|insomnia|sleep apn(?:o)?ea|narcolepsy|agoraphobia|claustrophobia|(?:needle|dental|dentist) phobia|(?:phobia|fear) of (?:needles|dentists?|heights|flying|injections|spiders|dogs)|dementia|memory (?:problems?|loss)|schizophrenia|eating disorder|anorexia|bulimia',
  '(?:partial )?(?:hearing|sight|vision) (?:loss|problems?|impairment|difficulties)|(?:poor|bad|terrible|limited) (?:eyesight|hearing|sight|vision|mobility|circulation)|glaucoma|cataracts?|macular degeneration|astigmatism|mobility (?:problems?|issues?|difficulties|impairment)|balance problems|(?:trouble|difficulty|difficulties|problems?) (?:walking|hearing|breathing|swallowing|standing|with (?:my )?(?:balance|mobility|hearing|breathing))',
  "(?:breast |lung |skin |bowel |prostate |throat |stage (?:\\d|one|two|three|four) )?cancer|leuk(?:a)?emia|lymphoma|(?:brain )?tumou?r|copd|emphysema|(?:chronic )?bronchitis|pneumonia|sinusitis|sinus (?:infection|problems?|trouble)|hay ?fever|rhinitis|gout|osteoporosis|osteopenia|an(?:a)?emia|h(?:a)?emophilia|(?:sickle cell|kidney|liver|lung|crohn's|gum|bone) (?:disease|failure|problems?|condition|trouble|an(?:a)?emia)|hepatitis(?: [abc])?|hiv|blood clots?|dvt|varicose veins|raynaud'?s|von willebrand(?:'?s| disease)?|a clotting disorder|a bleeding disorder|blood disorder|an autoimmune (?:disease|disorder|condition)|autoimmune (?:disease|disorder|condition)|alopecia|hernia|shingles|covid|tonsillitis|laryngitis|strep throat|chicken ?pox|low iron",
  `(?:tooth|head|ear|stomach|back|belly|tummy|jaw) ?aches?|(?:back|neck|knee|hip|shoulder|jaw|tooth|chest|joint|nerve|chronic|stomach|ear|foot|leg|wrist|gum|facial|pelvic) pain(?:s)?|(?:bleeding|swollen|sore|receding|inflamed) gums?|sensitive (?:teeth|gums?|skin|scalp|stomach|tooth)|sore throat|gum disease|gingivitis|periodontitis|tmj|tmd|(?:tooth |dental |gum )?abscess|(?:tooth|ear|eye|gum|chest|kidney|urine|urinary tract|skin|throat|dental|wisdom tooth|yeast|nail) infection|dry socket|lockjaw|(?:slipped|herniated|bulging|prolapsed) dis[ck]s?|trapped nerve|pinched nerve|frozen shoulder|ingrown toenail|bunions?|concussion|(?:lactose|gluten|dairy|wheat) intolerance|(?:a )?fever|(?:a )?stammer|(?:a )?stutter|(?:a )?learning (?:disability|difficulties)|(?:a )?(?:physical |hidden )?disability`,
  `(?:broken|fractured|sprained|torn|swollen|bad|sore|dodgy|dicky|gippy|cracked|chipped|stiff|twisted|bruised|loose|wobbly|impacted|replacement|artificial|prosthetic|gammy|trick|weak|arthritic|dislocated|injured|crook|busted|abscessed|decayed|infected|ruptured|achy|aching|throbbing|painful|bum|hurt|snapped|pulled|strained|numb|itchy|frozen|inflamed|burst|metal|wonky|delicate) (?:left |right |lower |upper |front |back |big |little |old |two |wisdom |baby )*(?:${BODY}|nerve|toenail|ligament|muscle|tendon|acl|meniscus|disc|disk|rotator cuff|cartilage|eardrum|bladder)`,
  '(?:new|double|artificial|replaced) (?:hips?|knees?|kidney|heart valve)|(?:hip|knee|shoulder) replacement|prosthetic (?:leg|arm|hip|knee)|insulin pump|colostomy bag|stoma|hearing aids?|oxygen tank|cochlear implants?',
].join('|');

/** What is no condition though it begins like one: "asthma nurse", "a cancer policy". */
export const NO_CONDITION_AFTER =
  /^(?: |-)(?:insurance|polic(?:y|ies)|cover(?:age)?|claims?|medications?|medicines?|tablets|pills|meds|inhalers?|clinic|appointments?|check|checks|check-?up|nurse|review|forms?|leaflets?|questions?|specialist|doctor|awareness|charity|research|unit|ward|screening|friendly|test|tests|shot|jab|vaccine|vaccination|diet|cream|drops|prevention|walk|run|fundraiser|consultant|treatment for (?:my|the|his|her)|dog|cat|alert)\b/;

/** Medicines that say something of one's state. */
export const MEDICINE =
  '(?:(?:my |the |some |a |strong |daily |regular |heavy |low dose |long term |high |a lot of |a load of |a course of )*(?:blood thinners?|warfarin|coumadin|heparin|apixaban|eliquis|xarelto|rivaroxaban|plavix|clopidogrel|insulin|metformin|ozempic|statins?|antibiotics?|beta ?blockers?|steroids?|anti-?depressants?|ssris?|sertraline|prozac|lithium|chemo(?:therapy)?|radiotherapy|dialysis|oxygen|methotrexate|prednisolone|prednisone|thyroxine|levothyroxine|immunosuppressants?|(?:blood pressure|heart|anxiety|asthma|thyroid|diabetes|epilepsy|bp|sugar|pain|anti-?seizure|cholesterol) (?:tablets|meds|medications?|medicines?|pills|drugs)|painkillers|hrt|roaccutane|accutane|bisphosphonates|anticoagulants?|(?:medication|tablets|meds|pills|medicine) for (?:my )?(?:blood pressure|heart|anxiety|depression|asthma|thyroid|diabetes|epilepsy|cholesterol|nerves|pain|[a-z]+itis)))';
