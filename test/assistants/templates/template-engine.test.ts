import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeName, TemplateError } from '../../../src/assistants/templates/template.js';
import { createTemplateEngine } from '../../../src/assistants/templates/template-engine.js';

const engine = createTemplateEngine();

const SCOPE = {
  caller: { name: 'Sarah', facts: { city: 'Chicago' }, visits: [3, 5] },
  empty: '',
  at: '2025-04-07T15:30:00Z',
  [scopeName('telnyx_current_time_America/New_York')]: 'eleven in New York',
};

describe('a template', () => {
  it.each([
    ['no template at all', 'no template at all'],
    ['Hello {{ caller.name }}!', 'Hello Sarah!'],
    ['{{ caller.facts.city | upcase }}', 'CHICAGO'],
    ['{{ nobody.name }}', ''],
    ["{{ empty | default: 'there' }}", 'there'],
    ['{{ caller.nick | default: caller.name }}', 'Sarah'],
    ['{% if caller.name == "Sarah" %}yes{% else %}no{% endif %}', 'yes'],
    ['{{ at | date: "%I:%M %p", "America/New_York" }}', '11:30 AM'],
    ['{{ caller.visits[1] }}', '5'],
    ['{{ telnyx_current_time_America/New_York }}', 'eleven in New York'],
    ['{{ caller.constructor }}{{ caller.__proto__ }}{{ caller.name.constructor }}', ''],
    ['{{ caller.name.length }}', '5'],
  ])('%s is %j', (text, expected) => {
    expect(engine.parse(text).render(SCOPE)).toBe(expected);
  });

  it.each([
    ['{{ caller.name', 'Output "{{ caller.name" not closed.', 0],
    ['Hi {{ caller.name | shout }}', 'Undefined filter: shout.', 3],
    ['{% include "/etc/passwd" %}', 'Tag "include" not found.', 0],
    ['{% render "x" %}', 'Tag "render" not found.', 0],
    ['{% layout "x" %}', 'Tag "layout" not found.', 0],
    ['{% if a %}', 'Tag {% if a %} not closed.', 0],
    ['x'.repeat(20_001), 'The template is longer than 20000 characters.', 0],
  ])('%s is refused', (text, message, start) => {
    let refusal: unknown;
    try {
      engine.parse(text);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(TemplateError);
    expect(refusal).toMatchObject({ message, start });
  });

  it.each([
    ['a loop without end', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['loops in loops', '{% for i in (1..90000) %}{% for j in (1..90000) %}{{ i }}{% endfor %}{% endfor %}'],
    ['text that doubles', `{% assign a = "xxxxxxxx" %}${'{% assign a = a | append: a %}'.repeat(30)}{{ a }}`],
  ])('%s ends with an error, and soon', (_name, text) => {
    const template = engine.parse(text);
    const startMs = performance.now();
    expect(() => template.render({})).toThrow(TemplateError);
    expect(performance.now() - startMs).toBeLessThan(1_000);
  });

  it('tells what it reads, and where', () => {
    const text =
      'Hi {{ caller.name }}\nand {{ lookups.crm["tier"] | default: caller.facts.x }} {{ list[0].a }} {% assign z = 1 %}{{ z }}';
    const { variables } = engine.parse(text);
    expect(variables.map(({ name }) => name)).toEqual([
      'caller.name',
      'lookups.crm.tier',
      'caller.facts.x',
      'list.0.a',
    ]);
    expect(variables.map(({ start }) => text.slice(start, start + 6))).toEqual([
      'caller',
      'lookup',
      'caller',
      'list[0',
    ]);
  });

  it('never runs what a value holds', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(engine.parse('[{{ caller.name }}]').render({ caller: { name: value } })).toBe(`[${value}]`);
      }),
    );
    expect(
      engine.parse('{{ caller.name }}').render({ caller: { name: '{{ secrets.key }}' }, secrets: { key: 'k' } }),
    ).toBe('{{ secrets.key }}');
  });
});
