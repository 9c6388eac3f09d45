import type { LanguageModel } from './language-model.js';

export interface ModelSettings {
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
}

export function createLanguageModel({ model }: ModelSettings): LanguageModel {
  const missing = async () => {
    throw new Error('not built');
  };
  return { name: model, complete: missing, completeJson: missing };
}
