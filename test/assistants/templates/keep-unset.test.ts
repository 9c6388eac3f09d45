import { describe, expect, it } from 'vitest';
import { createTemplateEngine } from '../../../src/assistants/templates/template-engine.js';

const engine = createTemplateEngine({ missing: 'kept' });
const render = (text: string, scope: Record<string, unknown> = {}) => engine.parse(text).render(scope);

describe('a template that keeps what is not set', () => {
  it.each([
    ['Hello {{ full_name }}!', 'Hello {{ full_name }}!'],
    ['{{full_name}} {{- full_name -}} {{  full_name  }}', '{{full_name}}{{- full_name -}}{{  full_name  }}'],
    ['{{ name }} and {{ full_name }}', 'Sarah and {{ full_name }}'],
    ['{{ nothing }}', '{{ nothing }}'],
    ['{{ empty }}|{{ zero }}|{{ no }}', '|0|false'],
    ['{{ full_name | upcase }} {{ name | upcase }}', '{{ full_name | upcase }} SARAH'],
    ["{{ full_name | default: 'there' }}", 'there'],
    ['{{ full_name | default: other }}', ''],
    ['{{ order.id }} {{ order.city }} {{ order.city.zip }}', '{{ order.id }} Chicago {{ order.city.zip }}'],
    ['{% if name %}{{ name }}, {{ full_name }}{% endif %}', 'Sarah, {{ full_name }}'],
    ['{% if full_name %}a{% else %}{{ full_name }}{% endif %}', '{{ full_name }}'],
    ['{% unless name %}a{% else %}{{ full_name }}{% endunless %}', '{{ full_name }}'],
    ['{% case name %}{% when "Sarah" %}{{ full_name }}{% endcase %}', '{{ full_name }}'],
    ['{% for n in list %}{{ n }}{{ full_name }} {% endfor %}', '1{{ full_name }} 2{{ full_name }} '],
    ['{% assign mine = "x" %}{{ mine }}{{ yours }}', 'x{{ yours }}'],
    ['{% capture mine %}{{ full_name }}{% endcapture %}{{ mine }}', '{{ full_name }}'],
    ['{% raw %}{{ name }}{% endraw %}', '{{ name }}'],
    ['{{ telnyx_current_time_Mars/Olympus }}', '{{ telnyx_current_time_Mars/Olympus }}'],
    ['{{ "text" }} {{ 5 }}', 'text 5'],
  ])('%s', (text, expected) => {
    const scope = {
      name: 'Sarah',
      empty: '',
      zero: 0,
      no: false,
      nothing: null,
      list: [1, 2],
      order: { city: 'Chicago' },
    };
    expect(render(text, scope)).toBe(expected);
  });

  it('does not render a value again, nor what was kept', () => {
    expect(render('{{ a }} {{ b }}', { a: '{{ secret }}{% raw %}', secret: 'S' })).toBe(
      '{{ secret }}{% raw %} {{ b }}',
    );
  });

  it('is told apart from the engine that leaves it out', () => {
    expect(createTemplateEngine().parse('Hello {{ full_name }}!').render({})).toBe('Hello !');
  });

  it('takes texts as long as it is told to', () => {
    const long = `${'x'.repeat(30_000)}{{ a }}`;
    expect(() => createTemplateEngine().parse(long)).toThrow('The template is longer than 20000 characters.');
    const patient = createTemplateEngine({ missing: 'kept', charactersMax: 40_000 });
    expect(patient.parse(long).render({ a: 1 })).toBe(`${'x'.repeat(30_000)}1`);
  });
});
