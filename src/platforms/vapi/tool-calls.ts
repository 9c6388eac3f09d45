import { idOf, isObject, listOf, objectOf, objectOrJson, type Payload } from '../payload-fields.js';

/** A tool call of the model, whichever of its shapes it came in. */
export interface ToolCall {
  /** `call_…` or `toolu_…`: the answer names it. */
  readonly toolCallId: string;
  /** Empty where the platform names no function. */
  readonly name: string;
  readonly arguments: Payload;
  /**
   * The arguments that the operator wrote and not the model (`parameters` of the tool: `{{ customer.number }}`); undefined where the
   * payload does not say which those are.
   */
  readonly staticNames: ReadonlySet<string> | undefined;
  /** The arguments that the model is asked for, as the tool's schema has them. */
  readonly modelNames: ReadonlySet<string>;
}

/** More calls of tools in one message are no conversation. */
const CALLS_MAX = 64;

/**
 * The tool calls of a `tool-calls` message, each once, in the order of their lists: `toolCallList`, `toolCalls`,
 * `toolWithToolCallList[].toolCall`. Reads all four shapes of arguments: `function.arguments` and `function.parameters`, `arguments` and
 * `parameters`, an object or its JSON as a text. A call without an id cannot be answered and is left out.
 *
 * Sources: docs.vapi.ai (custom tools, server events), Vapi's OpenAPI file (`ToolCallFunction`), messages as they came in production.
 */
export function readToolCalls(message: Payload): readonly ToolCall[] {
  const definitions = listOf(message.toolWithToolCallList).map(objectOf);
  const entries = [
    ...listOf(message.toolCallList).map((call) => ({ call: objectOf(call), tool: undefined })),
    ...listOf(message.toolCalls).map((call) => ({ call: objectOf(call), tool: undefined })),
    ...definitions.map((tool) => ({ call: objectOf(tool.toolCall), tool })),
  ];
  const calls = new Map<string, ToolCall>();
  for (const { call, tool } of entries) {
    const toolCallId = idOf(call.id);
    if (toolCallId === undefined || calls.has(toolCallId) || calls.size >= CALLS_MAX) continue;
    const definition = tool ?? definitions.find(({ toolCall }) => idOf(objectOf(toolCall).id) === toolCallId);
    calls.set(toolCallId, { toolCallId, ...readCall(call, definition ?? {}) });
  }
  return [...calls.values()];
}

/**
 * The call in the legacy `function-call` message (`functionCall: {name, parameters}`), which has no id and no lists; undefined where
 * there is none.
 */
export function readFunctionCall(message: Payload): ToolCall | undefined {
  const call = objectOf(message.functionCall);
  const name = idOf(call.name);
  return name === undefined ? undefined : { toolCallId: idOf(call.id) ?? '', ...readCall(call, {}) };
}

function readCall(call: Payload, tool: Payload): Omit<ToolCall, 'toolCallId'> {
  const called = objectOf(call.function);
  const defined = objectOf(tool.function);
  const given = [called.arguments, called.parameters, call.arguments, call.parameters].find(isGiven);
  const schemas = [defined.parameters, tool.parameters].map(objectOf);
  return {
    name: idOf(called.name) ?? idOf(call.name) ?? idOf(tool.name) ?? idOf(defined.name) ?? '',
    arguments: objectOrJson(given),
    staticNames: Array.isArray(tool.parameters) ? new Set(tool.parameters.flatMap(keyOf)) : undefined,
    modelNames: new Set(schemas.flatMap(({ properties }) => Object.keys(objectOf(properties)))),
  };
}

function keyOf(parameter: unknown): readonly string[] {
  const key = idOf(objectOf(parameter).key);
  return key === undefined ? [] : [key];
}

function isGiven(value: unknown): boolean {
  return isObject(value) || (typeof value === 'string' && value.trim() !== '');
}
