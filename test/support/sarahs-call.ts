/** A call in which somebody says who they are, what they are allergic to and what they prefer, in order. */
export const SAID = [
  ['assistant', 'Thanks for calling Bright Smile. Who am I speaking with?'],
  ['user', 'Hi, my name is Sarah Johnson.'],
  ['assistant', 'Hi Sarah, how can I help?'],
  ['user', 'I am allergic to penicillin, and I prefer morning appointments.'],
  ['assistant', 'I have noted that.'],
  ['user', 'Thank you, goodbye.'],
] as const;

/** The same as the messages of a report of Vapi's, of a minute ago. */
export function saidAtVapi(): readonly { readonly role: string; readonly message: string; readonly time: number }[] {
  const startMs = Date.now() - 60_000;
  return SAID.map(([role, message], index) => ({
    role: role === 'assistant' ? 'bot' : 'user',
    message,
    time: startMs + index * 5_000,
  }));
}
