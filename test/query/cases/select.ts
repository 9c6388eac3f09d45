import { DATASET } from '../model/dataset.js';
import { canonical, http, means, type Subject } from './case.js';

const ANA = DATASET[0]!;
const PROFILE = { tier: 'gold', visits: 3, address: { city: 'Oslo' } };
const TIE_C = {
  id: '00000003-0000-4000-8000-00000000003e',
  name: 'tie',
  created_at: '2025-03-02T00:00:00.000Z',
  last_message_at: '2025-05-31T12:34:56.789Z',
  metadata: { rank: 2 },
};

/** dialect, "Parameters" and "Paths": `select`. */
export const SELECT: Subject = {
  subject: 'select',
  cases: [
    canonical('limit=1&select=id', { id: '00000000-0000-4000-8000-000000000000' }),
    canonical('limit=1&select=id,name', { id: '00000000-0000-4000-8000-000000000000', name: 'Voice call' }),
    canonical('limit=1&select=created_at,last_message_at', {
      created_at: '2025-01-01T00:00:00.000Z',
      last_message_at: '2025-06-15T12:34:56.789Z',
    }),
    canonical('name=eq.tie&select=metadata', { metadata: { rank: 2 } }, { metadata: { rank: 1 } }),
    canonical('name=eq.tie&limit=1&select=*', TIE_C),
    canonical('name=eq.tie&limit=1&select=*,r:metadata->rank', { ...TIE_C, r: 2 }),
    canonical('name=eq.tie&limit=1&select=metadata->rank,*', { rank: 2, ...TIE_C }),
    canonical('limit=1&select=id,m:metadata', { id: ANA.id, m: JSON.parse(ANA.metadata) }),
    // The name is the alias or the last key.
    canonical('name=eq.tie&select=metadata->rank', { rank: 2 }, { rank: 1 }),
    canonical('name=eq.tie&select=place:metadata->rank', { place: 2 }, { place: 1 }),
    canonical('limit=1&select=metadata->profile->address->city', { city: 'Oslo' }),
    canonical('limit=1&select=metadata->profile->tier,level:metadata->profile->tier', { tier: 'gold', level: 'gold' }),
    canonical('limit=1&select=metadata->called_tools->1', { called_tools: 'transfer' }),
    canonical('limit=1&select=first:metadata->called_tools->0,last:metadata->called_tools->-1', {
      first: 'lookup',
      last: 'transfer',
    }),
    canonical('limit=1&select=the%20name:name', { 'the name': 'Voice call' }),
    means('limit=1&select=the name:name', 'limit=1&select=the%20name:name', { 'the name': 'Voice call' }),
    means('limit=1&select="the name":name', 'limit=1&select=the%20name:name', { 'the name': 'Voice call' }),
    canonical('limit=1&select="a:b":name', { 'a:b': 'Voice call' }),
    canonical('limit=1&select="a,b":name,"say%20\\"hi\\"":id', { 'a,b': 'Voice call', 'say "hi"': ANA.id }),
    canonical('limit=1&select=%C3%A9t%C3%A9:name', { été: 'Voice call' }),
    canonical('metadata->"a.b"=eq.dot&select=metadata->"a.b"', { 'a.b': 'dot' }),
    canonical('metadata->"a.b"=eq.dot&select=dot:metadata->"a.b",metadata->my%20key', {
      dot: 'dot',
      'my key': 'space',
    }),
    canonical('metadata->"a.b"=eq.dot&select=metadata->"0"', { '0': 'zero' }),
    // -> gives JSON, ->> text.
    canonical('metadata->x=eq.5&select=metadata->x', { x: 5 }, { x: '5' }, { x: 5 }),
    canonical('metadata->x=eq.5&select=metadata->>x', { x: '5' }, { x: '5' }, { x: '5.00' }),
    canonical('metadata->x=eq.5&limit=1&select=metadata->x,t:metadata->>x', { x: 5, t: '5' }),
    canonical('metadata->x=is.true&select=metadata->x', { x: true }, { x: 'true' }),
    canonical('metadata->x=is.true&select=metadata->>x', { x: 'true' }, { x: 'true' }),
    canonical('metadata->x=eq.1000&select=metadata->>x', { x: '1000' }, { x: '1000' }),
    canonical('limit=1&select=metadata->profile', { profile: PROFILE }),
    canonical('limit=1&select=metadata->>profile', {
      profile: '{"tier": "gold", "visits": 3, "address": {"city": "Oslo"}}',
    }),
    canonical('limit=1&select=metadata->>called_tools', { called_tools: '["lookup", "transfer"]' }),
    canonical('limit=1&select=metadata->called_tools->>0', { called_tools: 'lookup' }),
    canonical('limit=1&select=metadata->profile->>visits', { visits: '3' }),
    canonical('metadata->x=cs.[[2]]&select=metadata->x', { x: [5, '5', true, null, 'abc', { k: 'v' }, [2]] }),
    canonical('metadata->x=cs.[[2]]&select=metadata->>x', { x: '[5, "5", true, null, "abc", {"k": "v"}, [2]]' }),
    canonical('metadata->x=eq.say%20"hi"&select=metadata->x,t:metadata->>x', { x: 'say "hi"', t: 'say "hi"' }),
    canonical('metadata->x=eq.a%0Ac&select=metadata->>x', { x: 'a\nc' }),
    // What is not there is null.
    canonical('limit=1&select=metadata->x,metadata->>nowhere', { x: null, nowhere: null }),
    canonical(
      'metadata->profile->tier=is.null&metadata->profile=is.not_null&select=metadata->profile->tier,t:metadata->profile->>tier',
      {
        tier: null,
        t: null,
      },
    ),
    canonical('metadata->x=eq.abc&select=metadata->x->0,name', { x: null, name: null }),
    canonical('metadata->x=eq.abc&select=metadata->x->k,metadata->>x', { k: null, x: 'abc' }),
    canonical('limit=1&select=metadata->0', { metadata: null }),
    // Space, encoding, place.
    means('limit=1&select= id , name ', 'limit=1&select=id,name', { id: ANA.id, name: 'Voice call' }),
    means('select=name&limit=1', 'limit=1&select=name', { name: 'Voice call' }),
    means('limit=1&select=who:"name"', 'limit=1&select=who:name', { who: 'Voice call' }),
    means('limit=1&select=metadata-%3Eprofile-%3E%3Etier', 'limit=1&select=metadata->profile->>tier', { tier: 'gold' }),
    http('select=id%2Cname&limit=1', 'limit=1&select=id,name', { id: ANA.id, name: 'Voice call' }),
    http('select=*&name=eq.tie&limit=1', 'name=eq.tie&limit=1&select=*', TIE_C),
    http('select=the+name:name&limit=1', 'limit=1&select=the%20name:name', { 'the name': 'Voice call' }),
    canonical('metadata->nowhere=is.not_null&select=id'),
    canonical('limit=2&offset=1&order=id.asc&select=name', { name: 'voice call' }, { name: 'VOICE CALL' }),
    canonical('name=eq.tie&order=metadata->rank.asc&select=metadata->rank', { rank: 1 }, { rank: 2 }),
    canonical('limit=1&select=count:name,sum:id', { count: 'Voice call', sum: ANA.id }),
  ],
};
