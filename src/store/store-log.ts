/** Where the store says what an operator should know. A pino logger is one. Nothing logged holds a caller's words or a secret. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
