import { EVERYTHING } from '../model/dataset.js';
import { canonical, means, type Subject } from './case.js';
import { firstPage, from, NAMED, WITH_X, without } from './found.js';

/** dialect, "Parameters": `and`, `or` and `not`. */
export const TREES: Subject = {
  subject: 'trees and negation',
  cases: [
    canonical('or=(name.eq.tie,metadata->x.eq.abc)', 'abc', 'tie c', 'tie b'),
    canonical('and=(name.eq.tie,metadata->rank.eq.2)', 'tie c'),
    canonical(
      'not.or=(name.eq.tie,name.like.*e*)',
      'bob',
      'name empty',
      'name percent',
      'name backslash',
      'name quote',
      'name comma',
      'name accent',
      'name astral',
      'name replacement',
    ),
    canonical('not.and=(name.like.V*,name.like.*l)', ...without(NAMED, 'ana')),
    // One member is a tree too.
    canonical('or=(name.eq.tie)', 'tie c', 'tie b'),
    canonical('and=(name.eq.tie)', 'tie c', 'tie b'),
    canonical('not.or=(name.eq.tie)', ...without(NAMED, 'tie c', 'tie b')),
    canonical('not.and=(name.not.eq.tie)', 'tie c', 'tie b'),
    // Several parameters are joined by and, the same one too.
    canonical(
      'or=(name.eq.tie,name.eq.Voice)&or=(metadata->rank.eq.1,metadata->assistant_id.eq.assistant-456)',
      'sip',
      'tie b',
    ),
    canonical('name=like.V*&name=like.*l', 'ana'),
    canonical('name=eq.tie&or=(metadata->rank.eq.1,metadata->rank.eq.2)&metadata->rank=neq.2', 'tie b'),
    canonical('and=(name.eq.tie)&and=(metadata->rank.eq.1)', 'tie b'),
    // Nested.
    canonical('or=(and(name.eq.tie,metadata->rank.eq.1),metadata->x.eq.abc)', 'abc', 'tie b'),
    canonical('and=(or(name.eq.tie,name.eq.Voice),not.or(metadata->rank.eq.2))', 'tie b'),
    canonical('or=(not.and(name.neq.tie,name.neq.Voice),metadata->x.eq.abc)', 'sip', 'abc', 'tie c', 'tie b'),
    canonical('not.or=(not.or(name.eq.tie,name.eq.Voice))', 'sip', 'tie c', 'tie b'),
    canonical('not.and=(not.and(name.eq.tie,metadata->rank.eq.1))', 'tie b'),
    canonical('or=(or(or(or(name.eq.tie))))', 'tie c', 'tie b'),
    canonical(
      'and=(or(metadata->x.gt.5,metadata->x.lt.-100),or(metadata->x.eq.1000,metadata->x.eq.-300))',
      'num -300',
      'num 1e3',
      'str 1000',
    ),
    canonical('not.or=(not.and(not.or(name.not.eq.tie)))', 'tie c', 'tie b'),
    // Space around members, groups and the brackets.
    means('or=( name.eq.tie , metadata->x.eq.abc )', 'or=(name.eq.tie,metadata->x.eq.abc)', 'abc', 'tie c', 'tie b'),
    means(
      'or=(name.eq.tie, and( metadata->x.eq.abc ,metadata->x.neq.b ) )',
      'or=(name.eq.tie,and(metadata->x.eq.abc,metadata->x.neq.b))',
      'abc',
      'tie c',
      'tie b',
    ),
    means('or=(name.eq. tie )', 'or=(name.eq.tie)', 'tie c', 'tie b'),
    means('or=(name.eq. "tie" )', 'or=(name.eq.tie)', 'tie c', 'tie b'),
    means('or=%28name.eq.tie%2Cname.eq.Voice%29', 'or=(name.eq.tie,name.eq.Voice)', 'sip', 'tie c', 'tie b'),
    means('o%72=(name.eq.tie)', 'or=(name.eq.tie)', 'tie c', 'tie b'),
    // not. before an operator, at the top and inside.
    canonical(
      'name=not.eq.tie&name=not.like.*o*',
      'bob',
      'name empty',
      'name star',
      'name backslash',
      'name quote',
      'name comma',
      'name astral',
      'name replacement',
    ),
    canonical('or=(name.not.eq.tie,metadata->rank.eq.1)', ...without(NAMED, 'tie c')),
    canonical('and=(name.not.is.null,name.not.neq.tie)', 'tie c', 'tie b'),
    canonical('metadata->x=not.eq.not.eq.5', ...firstPage(WITH_X)),
    canonical('metadata->x=eq.not.eq.5'),
    // Values in trees: dots and colons are plain, commas and parentheses quoted.
    canonical('or=(metadata->x.eq."a,b",metadata->x.eq."(a)")', 'a,b', 'parens'),
    means('or=(metadata->x.eq.,name.eq.)', 'or=(metadata->x.eq."",name.eq."")', 'empty', 'name empty'),
    canonical('or=(metadata->x.eq."",name.eq."")', 'empty', 'name empty'),
    canonical('or=(metadata->call_control_id.eq.v3:123,metadata->x.eq.5.00)', 'ana', 'num 5', 'num 5.00', 'str 5.00'),
    canonical('or=(metadata->x.eq."say%20\\"hi\\"",metadata->x.eq.5e0)', 'num 5', 'num 5.00', 'quoted'),
    means(
      'or=(metadata->x.eq.C:\\dir,name.eq.tie)',
      'or=(metadata->x.eq."C:\\\\dir",name.eq.tie)',
      'backslash',
      'tie c',
      'tie b',
    ),
    canonical('or=(metadata->x.eq."%20abc",metadata->x.eq.abc)', 'abc', 'space abc'),
    canonical('or=(metadata->x.eq.eq.5,name.eq.tie)', 'tie c', 'tie b'),
    canonical('or=(name.eq.Voice%20call,name.eq.and)', 'ana'),
    canonical('or=(name.eq."or(a)",name.eq.tie)', 'tie c', 'tie b'),
    canonical('or=(id.eq.123,id.eq.00000000-0000-4000-8000-000000000001)', 'ana sms'),
    canonical('or=(created_at.gte.2025-04-01,last_message_at.gte.2025-04-01)', ...firstPage(EVERYTHING)),
    canonical('or=(metadata->x.is.true,metadata->x.is.null)&metadata->x=is.not_null', 'true', 'str true'),
    canonical('or=(name.fts(simple).tie,name.ilike.voice)', 'sip', 'tie c', 'tie b'),
    canonical(
      'or=(metadata->telnyx_end_user_target.eq.+13128675309,metadata->telnyx_end_user_target.eq.+15551234567)',
      'ana',
      'ana sms',
      'bob',
    ),
    canonical(
      'and=(metadata->telnyx_end_user_target.eq.+13128675309,metadata->telnyx_conversation_channel.eq.sms_chat)',
      'ana sms',
    ),
    // Many.
    canonical(
      `or=(${Array.from({ length: 98 }, (_, index) => `metadata->x.eq.n${index}`).join(',')},name.eq.tie)`,
      'tie c',
      'tie b',
    ),
    canonical(`or=(${'or('.repeat(15)}name.eq.tie${')'.repeat(15)})`, 'tie c', 'tie b'),
    canonical(
      'not.or=(metadata->x.eq.5,metadata->x.gt.5)&limit=100',
      ...without(WITH_X, 'num 5', 'str 5', 'num 5.00', 'num 1e3', 'str 1000', 'phone num', 'phone bare'),
    ),
    canonical('not.and=(metadata->x.gte.5,metadata->x.lte.5)&limit=3', ...from('str 05', 'str -3e2')),
  ],
};
