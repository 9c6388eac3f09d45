/** A JSON object as it is stored and read: own properties only, values as JSON has them. */
export type JsonObject = Readonly<Record<string, unknown>>;
