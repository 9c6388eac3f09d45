/** Words that end the name of a street. */
export const SUFFIX =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|place|pl|close|crescent|cres|terrace|way|row|parade|boulevard|blvd|square|gardens|grove|hill|mews|walk|rise|park|green|brae|wynd|brow|cross|circle|trail|highway|hwy|parkway|pkwy|turnpike|quay|wharf|esplanade|loop|alley|path|bend|heights|crossing|croft|hillgate|broadway|enclave|colony|nagar|layout|estate|vale|bank|gate|fields|meadows?|common|ridge|pike|landing|villas?|avenida|strand|buildings|mill|orchard|causeway|promenade|spur|mount|run|cove|canyon|hollow|chase|end|side|view|point|fold|ginnel|gait|loan|rigg|vennel|marg|salai|bazaar|chowk|boreen';

/** Words that end the name of a house. */
export const HOUSE =
  'house|cottage|lodge|manse|forge|granary|stables|parsonage|grange|manor|gables|chapel|schoolhouse|school house|coach house|gatehouse|station house|old school|farm|farmhouse|court|towers?|heights|mansions?|villa|rectory|vicarage|barn|hall|mill|apartments?|flats|residency|apartment building|buildings|point|bungalow|croft|cabin';
