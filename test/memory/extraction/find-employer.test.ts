import { describe, expect, it } from 'vitest';
import { findEmployer } from '../../../src/memory/extraction/finders/employer/find-employer.js';
import { callOf } from './call-of.js';

const employerIn = (lines: string): string | undefined => findEmployer(callOf(lines))[0]?.value;

describe('whom a caller works for', () => {
  it.each([
    ['I work for the City of Worcester, parks department', 'City of Worcester'],
    ['I am working as a software engineer with Tessera Systems', 'Tessera Systems'],
    ["it's Wayne from Hartigan's Electrical. Wayne Dubois.", "Hartigan's Electrical"],
    ["I'm in Providence now with the Coast Guard", undefined],
    ["I work from home three days for Stripe so I'm sitting all day", 'Stripe'],
    ['no no I have left Infotrix, now I am with Deccan Motors since last month', 'Deccan Motors'],
    ['dropping off i work just round the corner at dunelm', 'Dunelm'],
    ['I work nights at the post office but my wife will be there', 'post office'],
    ["I drive for Swan Taxis so I'm losing money", 'Swan Taxis'],
    ["I was at Loyola, I'm at DePaul since the fall.", 'DePaul'],
    ["I'm with Fulton Street Credit Union, I run the member events.", 'Fulton Street Credit Union'],
    ["Martin Ashworth, I'm the practice manager at Fenwick and Lowe.", 'Fenwick and Lowe'],
    ['I work at Longmead Veterinary Surgery.', 'Longmead Veterinary Surgery'],
    ["I'm still working in Boots across the road", 'Boots'],
    ["I'm a teacher's aide at Lauderdale Primary", 'Lauderdale Primary'],
    ['and I started at Northwell on nights', 'Northwell'],
    ["i'm a nurse at st mary's hospital", "St Mary's Hospital"],
    ['a: who do you work for? | c: uh Acme Logistics', 'Acme Logistics'],
    ['a: Are you still working for Target? | c: yes I am', 'Target'],
    ['a: Are you still working for Target? | c: no', undefined],
    ['I work at the hospital', undefined],
    ['I work from home', undefined],
    ['I work nights so afternoons please', undefined],
    ['my wife works at Google', undefined],
    ['I used to work at Google', undefined],
    ['she works for Boots', undefined],
    ["he's with Geico", undefined],
    ['I work for myself', undefined],
    ["I'm at home", undefined],
    ["I'm with my sister", undefined],
    ['if I work at Tesco do I get a discount', undefined],
    ["I'm with National Grid for my energy", undefined],
    ['I retired from Boeing in June', undefined],
    ['I work in Leeds', undefined],
    ['this is Sarah from Leeds', undefined],
  ])('%s', (lines, employer) => {
    expect(employerIn(lines)).toBe(employer);
  });
});
