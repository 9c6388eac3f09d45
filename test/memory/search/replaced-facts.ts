/** A question, the fact that answered it, and the fact that does now; worded as they come, also quite differently. */
export interface ReplacedFact {
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

const LINES = `
Where does she live? | lives in Chicago | moved to Boston
What is her street address? | street address is 12 Elm Road | address is now 40 Harbour Lane, second floor
What is her phone number? | phone number is 312-555-0142 | new number is 617-555-0177
What is her email? | email is sarah@oldmail.example | email changed to sj@newmail.example
Who is her dentist? | dentist is Dr. Patel | sees Dr. Romero for her teeth, dentist since spring
Who is her insurance company? | insurance company is Northwind | switched insurance to Bluewater
What is her policy number? | policy number is NW-4471 | policy number is BW-9082
Which plan does she have? | is on the basic plan | upgraded to the family plan
When does she prefer appointments? | prefers appointments in the morning | prefers appointments after five
What car does she drive? | drives a Honda Civic | drives an electric Kia
What is the licence plate? | licence plate is K-220 | licence plate is B-871
Where does she work? | works at the city library | works at Brightwater Museum
What is her job title? | job title is archivist | promoted, job title is curator
Who is her manager? | manager is Helen | manager is Omar
What is her surname? | surname is Johnson | took the surname Keller
Is she married? | engaged, to be married in May | married since June
How many children? | one child | two children
What is the name of the dog? | dog is named Biscuit | the new dog is named Waffle
What does the cat eat? | cat eats dry food | cat eats wet food for kidneys
Which school does the son attend? | son attends Lincoln school | son attends Riverside school
What time is the pickup? | pickup is at noon | pickup at two
When is the cleaning? | cleaning is on Tuesday | cleaning was moved to Friday
When is the table booked? | table booked for seven | table booked for half past eight
How many guests? | party of four guests | party of six guests
Any allergy? | allergy to shellfish | no allergy any more, the test was negative
What medication does he take? | medication is ibuprofen | medication changed to naproxen
What dose? | dose is 20 mg | dose is 40 mg
What is his diet? | vegetarian diet | vegan diet
How does he take his coffee? | coffee with milk | coffee black
What is the favourite wine? | favourite wine is merlot | favourite wine is riesling
Which room do they want? | room with a sea view | quiet room to the garden
How do they pay? | pays by card | pays by bank transfer
What is the delivery day? | delivery on Mondays | delivery on Thursdays
What is the gate code hint? | gate is opened by the neighbour | gate has a bell now
Who opens the gate? | the neighbour Ines opens | the caretaker Paul opens
What is wrong with the boiler? | boiler leaks | boiler makes noise, leak was fixed
Which boiler model? | boiler model is Ariston | boiler model is Vaillant
What is the error code? | error code E12 on the display | error code F28
Who is the landlord? | landlord is Mr. Novak | landlord is Greenfield Homes
What is the rent? | rent is 900 | rent is 950
When does the lease end? | lease ends in August | lease extended, ends next March
What size are the tires? | tires are size 16 | tires are size 17
When was the last inspection? | inspection done in January | inspection done in April
What is the mileage? | mileage 40,000 | mileage 48,000
Which garage does he use? | uses the garage on Mill Street | uses the garage at the airport
What is the claim status? | claim is under review | claim was paid
What is the claim number? | claim number 7781 | claim reopened under number 8820
Who is the adjuster? | adjuster is Mrs. Lindt | adjuster is Mr. Baptiste
What is the deductible? | deductible 500 | deductible 250
Who is the beneficiary? | beneficiary is his brother | beneficiary is his wife
Which bank? | bank is First Valley | changed banks to Harbor Union
What is the billing address? | billing address is the office | billing address is home
How often is the invoice sent? | invoice monthly | invoice quarterly
Who gets the reports? | reports go to Dana | reports go to Luis
What is the company size? | company has 20 staff | company has 45 staff
What is the budget? | budget is 10 thousand | budget is 15 thousand
When is the contract renewed? | contract renewed in May | contract renewed in September
Which software do they use? | software is Ledgerly | migrated to Cashbird software
Who decides on purchases? | purchases decided by the owner | purchases decided by a committee
Which language does she speak? | speaks Spanish on calls | speaks English on calls
How should we address her? | address her as Mrs. Chen | asked us to address her as Mei
Who else may call? | her sister may call | her husband may call
What is the emergency contact? | emergency contact is Rosa | emergency contact is Emil
Which pharmacy? | pharmacy on Main Street | pharmacy at Oak Plaza
Who is the physician? | physician is Dr. Hahn | physician is Dr. Okafor
What is her blood pressure? | blood pressure is high | blood pressure is normal
How tall is the ladder? | ladder is three metres tall | ladder is five metres tall
Which crown material? | crown of porcelain | crown of zirconia
Does she wear braces? | wears braces | wears a retainer instead of braces
What is the shoe size? | shoe size 38 | shoe size 39
What colour was ordered? | ordered in blue | order changed to green
Which sofa? | sofa with two seats | sofa with three seats
When will it be delivered? | to be delivered on the 3rd | delivered on the 9th
Where should the parcel go? | parcel to the front door | parcel to the parcel shop
Which courier? | courier is QuickShip | courier is Parcelo
What is the order status? | order is packed | order is shipped
What is the tracking number? | tracking number 111A | tracking number 222B
Which flight does he take? | flight at six | flight at nine
Which airport? | airport is Newark | airport is LaGuardia
Which seat? | window seat | aisle seat
Which hotel? | hotel is the Astoria | hotel is the Bellevue
How many nights? | stays three nights | stays five nights
What is the membership level? | silver membership | gold membership
What is the gym time? | gym in the evening | gym before work
Who is the trainer? | trainer is Kim | trainer is Alexei
Which sport does the daughter play? | daughter plays soccer | daughter plays tennis
What instrument does he play? | plays the instrument viola | took up another instrument, the cello
Which band is hired? | hired the band Moonrise | hired the band Copperfield
Where is the wedding? | wedding at the vineyard | wedding at the town hall
When is the party? | party on the 12th | party on the 19th
What theme has the party? | theme pirates for the birthday | theme space for the birthday
Which cake flavour? | cake flavour vanilla | cake flavour lemon
How many people on the tour? | tour for eight people | tour for eleven people
Who is the guide? | guide is Marta | guide is Jonas
What is the meeting point? | meeting point is the station | meeting point is the fountain
Which course is she taking? | taking a course in pottery | taking a course in Italian
Which day is the lesson? | lesson on Wednesday | lesson on Saturday
Who is the teacher? | teacher is Ms. Brandt | teacher is Mr. Silva
What internet speed? | internet speed 50 | internet speed 200
Which router is installed? | router installed is a Fritz | router installed is an Orbi`;

/** Of a hundred callers' lives, in one. */
export const REPLACED_FACTS: readonly ReplacedFact[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [question = '', before = '', after = ''] = line.split(' | ');
    return { question, before, after };
  });
