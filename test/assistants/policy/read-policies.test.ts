import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../../src/assistants/policy/policy-problem.js';
import { readPolicies } from '../../../src/assistants/policy/read-policies.js';

function errorOf(text: string): string {
  try {
    readPolicies(text);
    return 'It was read.';
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
}

const one = (rest: string) => `version: 1\npolicies:\n  - name: front-desk\n${rest}`;

describe('a policy file', () => {
  it.each<[what: string, text: string, lines: readonly string[]]>([
    [
      'a mistyped variable',
      one('    dynamic_variables:\n      customer: "{{ caler.name }}"\n'),
      [
        'ringback.yaml:5:21 Unknown variable "caler.name".',
        '  customer: "{{ caler.name }}"',
        '                ^^^^^^^^^^',
        'Did you mean "caller.name"?',
      ],
    ],
    [
      'a member that a caller does not have',
      one('    dynamic_variables:\n      customer: "Hi {{ caller.nmae }}"\n'),
      ['ringback.yaml:5:24 Unknown variable "caller.nmae".', 'Did you mean "caller.name"?'],
    ],
    [
      'what only this platform sends',
      one('    dynamic_variables: { order: "{{ eva_call_id }}" }\n'),
      ['Unknown variable "eva_call_id".', 'What a platform sends beside the documented keys is "payload.eva_call_id".'],
    ],
    [
      'a look-up that there is not',
      one(
        '    lookups: { crm: { url: "https://crm.example/x" } }\n    dynamic_variables: { tier: "{{ lookups.cmr.tier }}" }\n',
      ),
      ['ringback.yaml:5:36 Unknown variable "lookups.cmr.tier".', 'Did you mean "lookups.crm.tier"?'],
    ],
    [
      'a secret in an answer',
      one('    dynamic_variables: { key: "{{ secrets.crm }}" }\n'),
      [
        '"secrets.crm" cannot stand here: an answer never holds a secret.',
        'Secrets can be used in the url and the headers of a look-up.',
      ],
    ],
    [
      'a template that is not closed',
      one('    conversation: { metadata: { tier: "{{ caller.name" } }\n'),
      ['ringback.yaml:4:40 Output "{{ caller.name" not closed.'],
    ],
    [
      'an unknown filter',
      one('    dynamic_variables:\n      a: "x {{ caller.name | shout }}"\n'),
      [
        'ringback.yaml:5:13 Undefined filter: shout.',
        '  a: "x {{ caller.name | shout }}"\n        ^^^^^^^^^^^^^^^^^^^^^^^^^',
      ],
    ],
    [
      'a query that does not parse',
      one('    memory:\n      conversation_query: "metadata->tier=eqq.gold"\n'),
      [
        'ringback.yaml:5:43 RQ202 Unknown operator "eqq".',
        '  conversation_query: "metadata->tier=eqq.gold"',
        '                                      ^^^',
        'Did you mean "eq"?',
      ],
    ],
    [
      'a query of an unknown field',
      one('    memory: { conversation_query: "last_mesage_at=gte.now-10d" }\n'),
      ['ringback.yaml:4:36 RQ201', 'Did you mean "last_message_at"?'],
    ],
    [
      'a query with an unknown placeholder',
      one('    memory: { conversation_query: "metadata->a=eq.{{telnyx_end_user_traget}}&limit=5" }\n'),
      ['ringback.yaml:4:53 Unknown variable "telnyx_end_user_traget".', 'Did you mean "telnyx_end_user_target"?'],
    ],
    [
      'a mistyped key',
      one('    dynamic_variable: {}\n'),
      ['ringback.yaml:4:5 Unknown key "dynamic_variable".', 'Did you mean "dynamic_variables"?'],
    ],
    [
      'a rule that there is not',
      one('    unverified: sometimes\n'),
      ['"unverified" has to be one of "allow", "withhold_sensitive", "deny".'],
    ],
    [
      'a time zone that there is not',
      one('    time_zone: Mars/Olympus\n'),
      ['"time_zone" has to be a time zone such as America/New_York.'],
    ],
    ['no version', 'policies: []\n', ['ringback.yaml:1:1 "version" is missing.']],
    ['no policies', 'version: 1\n', ['"policies" is missing.']],
    ['a list', '- 1\n', ['The file has to be an object.']],
    ['nothing', '', ['"version" is missing.']],
    ['no YAML', 'version: [1\npolicies: {\n', ['ringback.yaml:']],
    ['a key twice', 'version: 1\nversion: 1\npolicies: []\n', ['ringback.yaml:2:1 Map keys must be unique.']],
    ['a key twice, further in', one('    pin: { a: x, "a": y }\n'), ['ringback.yaml:4:18 Map keys must be unique.']],
    ['lists without end', '['.repeat(100_000), ['ringback.yaml:1:']],
    ['two policies of one name', `${one('')}  - name: front-desk\n`, ['There are two policies named "front-desk".']],
    [
      'a look-up of a file',
      one('    lookups: { crm: { url: "file:///etc/passwd" } }\n'),
      ['"url" has to begin with https:// or http://, outside of any template.'],
    ],
    ...[
      'https://{{ payload.tenant }}.crm.example/c',
      'https://crm.example{{ payload.path }}',
      'https://crm.example:{{ payload.port }}/c',
      'https:///{{ payload.host }}/c',
      'https:\\/\\/{{ payload.host }}',
      'https://\\t/{{ payload.host }}',
      'https://{% if caller.known %}a{% endif %}.example/',
      'https://',
    ].map((url): [string, string, string[]] => [
      `a look-up whose host is a caller's to choose, ${url}`,
      one(`    lookups: { crm: { url: "${url}" } }\n`),
      ['"url" has to name its host outside of any template, with a "/" or "?" after it.'],
    ]),
    [
      'an insight query of another form',
      one('    memory: { insight_query: "ids=1" }\n'),
      ['"insight_query" has to be insight_ids= and ids joined by commas.'],
    ],
    [
      'aliases that explode',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\nversion: 1\npolicies: []\n`,
      ['Excessive alias count'],
    ],
  ])('with %s is refused', (_what, text, lines) => {
    const message = errorOf(text);
    for (const line of lines) expect(message).toContain(line);
  });

  it('names every problem, in the order of the file', () => {
    const text = one('    dynamic_variables: { a: "{{ x }}" }\n    memory: { conversation_query: "a=b.c" }\n');
    const places = [...errorOf(text).matchAll(/^ringback\.yaml:(\d+):/gm)].map(([, line]) => line);
    expect(places).toEqual(['4', '5']);
  });

  it('warns of what is valid and likely wrong', () => {
    const { warnings } = readPolicies(
      `${one('    memory: { conversation_query: "metadata->tier=eq.gold" }\n')}  - name: never\n`,
    );
    expect(warnings.map(({ message }) => message.slice(0, 60))).toEqual([
      'The policy "never" is never used: "front-desk" before it mat',
      'RQW102 No limit is written, so 20 conversations are found at',
    ]);
  });

  it('warns of values that would not stay one value of a URL', () => {
    const { warnings } = readPolicies(
      one(
        '    lookups: { crm: { url: "https://crm.example/{{ telnyx_end_user_target | url_encode }}?a={{ payload.a }}&k={{ secrets.k | url_encode }}" } }\n',
      ),
    );
    expect(warnings.map(({ message, hint, line, column }) => [message, hint, line, column])).toEqual([
      [
        '"{{ payload.a }}" can hold "&", "/" and "+", and so more than one value of the URL.',
        'Write "| url_encode" at its end.',
        4,
        93,
      ],
    ]);
  });

  it.each([
    ['numbers: [+13128675300]', '"13128675300"', 22, 12],
    ['numbers: ["(312) 867-5300"]', '"(312) 867-5300"', 22, 16],
    ['numbers: ["+1 312 867 5300"]', '"+1 312 867 5300"', 22, 17],
  ])('warns of a number that matches no call: %s', (match, shown, column, length) => {
    expect(readPolicies(one(`    match: { ${match} }\n`)).warnings).toEqual([
      {
        severity: 'warning',
        message: `${shown} matches no call: platforms write a number as a plus and digits.`,
        hint: 'Write it so, and in quotes, since YAML drops the plus without them: "+13128675309".',
        line: 4,
        column: column + 2,
        length,
      },
    ]);
  });

  it('warns of a channel that no platform sends', () => {
    const { warnings } = readPolicies(one('    match: { channels: [phone_call, sms] }\n'));
    expect(warnings.map(({ message, hint }) => [message, hint])).toEqual([
      [
        '"sms" is no channel that a platform is known to send.',
        'Channels are phone_call, web_call, sms_chat, web_chat.',
      ],
    ]);
  });

  it.each([['"+13128675300"'], ['"sip:desk@pbx.example.com"'], ['1001'], ['front-desk']])(
    'takes %s for the number that was called',
    (number) => {
      expect(readPolicies(one(`    match: { numbers: [${number}] }\n`)).warnings).toEqual([]);
    },
  );

  it('of thousands of keys does not hold anybody up', () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `key${index}: 1\n`).join('');
    const startMs = performance.now();
    expect(errorOf(keys)).toContain('Unknown key "key0".');
    // Some 3 s on a slow machine; half a minute when each key is compared with each other one.
    expect(performance.now() - startMs).toBeLessThan(12_000);
  }, 60_000);

  it('is read from JSON as well', () => {
    const { policies, workspace } = readPolicies(
      '{"version":1,"workspace":"clinic","policies":[{"name":"a"},{"name":"b"}]}',
    );
    expect([workspace, policies.map(({ name }) => name)]).toEqual(['clinic', ['a', 'b']]);
  });
});
