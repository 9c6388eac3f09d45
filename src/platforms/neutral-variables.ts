/**
 * What a default policy's variables are where nothing can be told: they give nothing away, and every one is there, since what an
 * unset one renders to is the platform's business.
 */
export const NEUTRAL_VARIABLES: Readonly<Record<string, string>> = {
  caller_known: 'false',
  caller_name: '',
  memory_context: '',
  memory_user_id: '',
  last_conversation_at: '',
};
