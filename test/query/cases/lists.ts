import { EVERYTHING } from '../model/dataset.js';
import { canonical, means, type Subject } from './case.js';
import { firstPage, NAMED, WITH_X, without } from './found.js';

/** dialect: "Lists and quoting": `in`. */
export const LISTS: Subject = {
  subject: 'lists',
  cases: [
    canonical('metadata->x=in.(5)', 'num 5', 'str 5', 'num 5.00'),
    canonical('metadata->x=in.(5,abc,true)', 'num 5', 'str 5', 'num 5.00', 'true', 'str true', 'abc'),
    canonical('metadata->x=in.(abc,abc)', 'abc'),
    canonical('metadata->x=in.(abc)', 'abc'),
    canonical('metadata->x=not.in.(5,abc)&limit=100', ...without(WITH_X, 'num 5', 'str 5', 'num 5.00', 'abc')),
    canonical('metadata->x=not.in.(nothing)', ...firstPage(WITH_X)),
    // The empty list matches nothing, the list of the empty text the empty text.
    canonical('metadata->x=in.()'),
    means('metadata->x=in.(  )', 'metadata->x=in.()'),
    canonical('metadata->x=not.in.()&limit=100', ...EVERYTHING),
    canonical('name=in.()'),
    canonical('name=not.in.()', ...firstPage(EVERYTHING)),
    canonical('metadata->x=in.("")', 'empty'),
    canonical('metadata->x=in.("",abc)', 'empty', 'abc'),
    // An element with a reserved character is quoted; a quoted one may have space around it.
    canonical('metadata->x=in.("a,b",abc)', 'abc', 'a,b'),
    canonical('metadata->x=in.("(a)")', 'parens'),
    canonical('metadata->x=in.("say%20\\"hi\\"")', 'quoted'),
    means('metadata->x=in.("abc")', 'metadata->x=in.(abc)', 'abc'),
    means('metadata->x=in.("abc" , "a,b")', 'metadata->x=in.(abc,"a,b")', 'abc', 'a,b'),
    means('metadata->x=in.( "abc" )', 'metadata->x=in.(abc)', 'abc'),
    means('metadata->x=in.("\\a\\b\\c")', 'metadata->x=in.(abc)', 'abc'),
    means('metadata->x=in.("C:\\\\dir")', 'metadata->x=in.("C:\\\\dir")', 'backslash'),
    // Unquoted elements are trimmed; quotes keep the space.
    means('metadata->x=in.( abc , ABC )', 'metadata->x=in.(abc,ABC)', 'abc', 'ABC'),
    means('metadata->x=in.(abc, ABC)', 'metadata->x=in.(abc,ABC)', 'abc', 'ABC'),
    canonical('metadata->x=in.("%20abc")', 'space abc'),
    canonical('name=in.(Voice%20call,tie)', 'ana', 'tie c', 'tie b'),
    means('name=in.(Voice call,tie)', 'name=in.(Voice%20call,tie)', 'ana', 'tie c', 'tie b'),
    canonical('metadata->x=in.(a_c,a*c,100%25)', 'percent', 'under', 'star'),
    canonical('metadata->x=in.(a%0Ac)', 'newline'),
    canonical('metadata->x=in.(%C3%A9t%C3%A9,%F0%90%80%80)', 'astral', 'accent'),
    means('metadata->x=in.(%61%62c)', 'metadata->x=in.(abc)', 'abc'),
    means('metadata->x=in.%28abc%2CABC%29', 'metadata->x=in.(abc,ABC)', 'abc', 'ABC'),
    means('metadata->x=in.(%22a%2Cb%22)', 'metadata->x=in.("a,b")', 'a,b'),
    canonical('metadata->x=in.(null,true)', 'true', 'str true', 'str null'),
    canonical('metadata->x=in.(-300,1e3)', 'num -300', 'num 1e3'),
    canonical('metadata->x=in.(+13128675309,%2B5)', 'str +5', 'phone'),
    means('metadata->x=in.(+13128675309,+5)', 'metadata->x=in.(+13128675309,%2B5)', 'str +5', 'phone'),
    // name
    canonical('name=in.(Voice,tie)', 'sip', 'tie c', 'tie b'),
    canonical('name=in.("")', 'name empty'),
    canonical('name=in.("a,b","say%20\\"hi\\"","back\\\\slash")', 'name backslash', 'name quote', 'name comma'),
    canonical('name=not.in.(tie,Voice)', ...without(NAMED, 'sip', 'tie c', 'tie b')),
    canonical('name=in.(null)'),
    canonical('name=in.(nothing,of,the,kind)'),
    // id: what is no uuid equals no row.
    canonical('id=in.(00000000-0000-4000-8000-000000000002,00000000-0000-4000-8000-000000000000)', 'ana', 'bob'),
    canonical('id=in.(123,00000000-0000-4000-8000-000000000001)', 'ana sms'),
    canonical('id=in.(123,456)'),
    canonical('id=not.in.(123)&limit=2', 'ana', 'ana sms'),
    // times
    canonical('created_at=in.(2025-01-01,2025-01-03)', 'ana', 'bob'),
    canonical('created_at=not.in.(2025-01-01,2025-01-02)&limit=2', 'bob', 'sip'),
    canonical('last_message_at=in.(now,now-6h)', 'ana', 'ana sms'),
    // Keys that Telnyx writes.
    canonical('metadata->telnyx_end_user_target=in.(+13128675309,+15551234567)', 'ana', 'ana sms', 'bob'),
    canonical('metadata->assistant_id=in.(assistant-123,assistant-456)', 'ana', 'ana sms', 'bob', 'sip'),
    canonical('metadata->assistant_id=not.in.(assistant-123)', 'bob', 'sip'),
    canonical('metadata->call_control_id=in.(v3:123,v3:456)', 'ana', 'bob'),
    canonical('metadata->telnyx_end_user_target=in.(sip:+13128675309@example.com)', 'sip'),
    // Inside trees.
    canonical('or=(metadata->x.in.(abc,"a,b"),name.in.(tie))', 'abc', 'a,b', 'tie c', 'tie b'),
    means(
      'or=( metadata->x.in.( abc , "a,b" ) , name.in.( tie ) )',
      'or=(metadata->x.in.(abc,"a,b"),name.in.(tie))',
      'abc',
      'a,b',
      'tie c',
      'tie b',
    ),
    canonical('and=(metadata->x.not.in.(),name.is.null,metadata->rank.in.(2))', 'tie a'),
  ],
};
