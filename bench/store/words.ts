/** What the people of a generated store are called, where they live and what they say. */

export const GIVEN_NAMES = [
  ...['Ada', 'Ben', 'Carla', 'David', 'Elena', 'Farid', 'Grace', 'Hugo', 'Ines', 'Jonas', 'Katja', 'Liam', 'Maria'],
  ...['Noah', 'Olga', 'Priya', 'Quentin', 'Rosa', 'Sarah', 'Tomas', 'Uma', 'Viktor', 'Wanda', 'Xenia', 'Yusuf', 'Zoe'],
] as const;

export const FAMILY_NAMES = [
  ...['Adler', 'Baker', 'Costa', 'Dvorak', 'Evans', 'Fischer', 'Garcia', 'Huber', 'Ivanova', 'Johnson', 'Kim'],
  ...['Larsen', 'Moreau', 'Novak', 'Okafor', 'Patel', 'Quinn', 'Rossi', 'Schmidt', 'Tanaka', 'Ueda', 'Vargas'],
  ...['Winter', 'Xu', 'Yilmaz', 'Zhang'],
] as const;

export const CITIES = [
  ...['Linz', 'Graz', 'Vienna', 'Boston', 'Austin', 'Leeds', 'Lyon', 'Porto', 'Turin', 'Bergen', 'Gdansk', 'Denver'],
  ...['Chicago', 'Munich', 'Ghent', 'Malaga'],
] as const;

/** What conversations are about. */
export const SUBJECTS = [
  ...[
    'Booking a cleaning',
    'Moving an appointment',
    'Question about an invoice',
    'Boiler makes a noise',
    'Parcel is late',
  ],
  ...['New address', 'Complaint', 'Quote for a repair', 'Cancelled visit', 'Opening hours', 'Lost order', 'Refund'],
] as const;

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const TOOLS = ['book', 'cancel', 'transfer', 'lookup'] as const;

/** What a caller says; `{…}` is filled in. */
export const CALLER_LINES = [
  'Hi, this is {name}, I am calling about the {thing}.',
  'I would rather come in the morning, before eleven if that is possible.',
  'My {pet} chewed the parcel, so I am calling about a replacement for order {number}.',
  'We moved to {city} last month, the invoice still went to the old address.',
  'The {thing} makes a noise again, and it leaks a little at the bottom.',
  'My sister will pick it up on {day}, she has the order number.',
  'I am allergic to {allergy}, please put that on the file.',
  'Can you send me the quote over {number} euros by e-mail before the weekend?',
  'No, it was nine thirty on {day} and not five, I wrote it down.',
  'Yes, that is right, thank you.',
  'I prefer {preference}, as I said the last time.',
  'Then let us say {day} at half past nine.',
] as const;

/** What an agent says. */
export const AGENT_LINES = [
  'Bright Street Services, how can I help you today?',
  'Is there anything else I should know?',
  'When would suit you best?',
  'Let me read that back to you: {day}, half past nine, in {city}.',
  'Where should we send it, is the address in {city} still right?',
  'I have noted that for the {thing}.',
  'Someone will call you back on {day} about order {number}.',
  'I am sorry to hear that, let me look into it.',
] as const;

export const THINGS = ['boiler', 'dishwasher', 'front door', 'parcel', 'invoice', 'heating', 'insurance'] as const;
export const PETS = ['dog Rex', 'cat Waffle', 'horse Bella', 'parrot Coco'] as const;
export const ALLERGIES = ['penicillin', 'latex', 'nuts', 'pollen'] as const;
export const PREFERENCES = [
  'morning appointments',
  'evening calls',
  'text messages',
  'oat milk',
  'the side door',
] as const;
