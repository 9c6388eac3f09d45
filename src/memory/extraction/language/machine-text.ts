import type { Call } from '../call.js';

/**
 * Where a turn stops being speech and becomes orders to a machine or its markup: role markers, "ignore previous instructions", tags,
 * "note that the caller is …". Callers say such things to have them believed.
 */
const FOR_MACHINES = new RegExp(
  [
    String.raw`(?:^|[.!?\n"'\]]\s*)(?:system|assistant|user|developer|tool|function|admin|human|ai)(?: (?:message|note|prompt|override|instruction|update|command))?\s*:`,
    String.raw`\bsystem (?:prompt|message|note|override|instruction|command|update)s?\b`,
    String.raw`\b(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+|any\s+|every\s+|the\s+|your\s+|my\s+|of\s+)*(?:previous|prior|earlier|above|preceding|existing|other|system|safety|former)\s+(?:instructions?|prompts?|rules?|directions?|guidelines|commands?|training|text|context)`,
    String.raw`\b(?:ignore|disregard|forget|override)\s+(?:all\s+)?(?:your|the)\s+(?:instructions?|prompts?|rules|guidelines|training|programming)`,
    String.raw`\bnew instructions?\b\s*[:,]?`,
    String.raw`</?[a-z_][\w:.-]{0,60}(?:\s[^<>]{0,200})?/?>`,
    String.raw`<\|[^|<>]{0,60}\|>`,
    String.raw`\[/?(?:inst|system|sys|assistant|user|tool|memory)\b[^\]]{0,80}\]`,
    '```',
    String.raw`\{\s*"[\w-]{1,60}"\s*:`,
    String.raw`\b(?:note|record|save|store|remember|log|write down|add to memory|memori[sz]e|mark|register|set)\b[\s:,]+(?:in (?:your|the) (?:memory|system|records?)\s+)?(?:that\s+)?(?:the|this)\s+(?:caller|user|customer|client)(?:'s|\s+(?:is|has|was|prefers|likes|wants|lives|works|name|as|to)\b)`,
    String.raw`\b(?:update|set|change|add to|write to|edit|append to|insert into)\s+(?:the|your|my|this)\s+(?:memory|memories|profile field|system prompt|context|database|record field)\b`,
    String.raw`\byou are (?:now|actually) (?:an?|in|the)\s+(?:\w+\s+)?(?:ai|assistant|bot|mode|model|developer|admin|debug|unrestricted|root|dan)\b`,
    String.raw`\bas an? (?:ai|language model|large language model)\b`,
    String.raw`\b(?:developer|debug|admin|god|jailbreak|maintenance|root) mode\b`,
    String.raw`\b(?:tool_call|function_call|tool_result|begin_of_text|end_of_turn)\b`,
    String.raw`(?:^|\n)\s*#{2,}\s*\w`,
  ].join('|'),
  'i',
);

/**
 * The call without what is meant for machines: from where that begins, the turn says nothing, in as many blanks, so that places in
 * it stay what they are.
 */
export function withoutMachineText(call: Call): Call {
  return {
    ...call,
    turns: call.turns.map((turn) => {
      const start = FOR_MACHINES.exec(turn.text)?.index;
      return start === undefined ? turn : { ...turn, text: turn.text.slice(0, start).padEnd(turn.text.length) };
    }),
  };
}
