/** Where a model is, as the environment says (`LLM_*`). */
export interface ModelSettings {
  /** `http:` or `https:`, up to and with the version: `https://api.openai.com/v1`. The operator's own choice: it may be on a private network. */
  readonly baseUrl: string;
  /** Absent: no `Authorization` header. */
  readonly apiKey?: string | undefined;
  readonly model: string;
}
