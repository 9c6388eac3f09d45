import { EVERYTHING } from '../model/dataset.js';
import { type Case, canonical, http, means, type Subject } from './case.js';
import { firstPage, from } from './found.js';

/**
 * What Telnyx documents for List Conversations, in every form it is sent in: as it is documented, as a query string and
 * in a request; percent-encoded as a whole; by the official SDK's typed call; and by the SDK with the query in the path,
 * which makes a space of a plus.
 */
function documented(
  text: string,
  typed: string,
  inPath: string,
  canonicalText: string,
  rows: readonly string[],
): readonly Case[] {
  return [
    means(text, canonicalText, ...rows),
    http(text, canonicalText, ...rows),
    means(typed, canonicalText, ...rows),
    http(typed, canonicalText, ...rows),
    http(inPath, canonicalText, ...rows),
  ];
}

const ANA = ['ana', 'ana sms'];

/** dialect: "Text to parameters"; the forms are those recorded of the SDK (its requests, 7.24.0). */
export const DOCUMENTED: Subject = {
  subject: 'what Telnyx documents',
  cases: [
    ...documented('id=eq.123', 'id=eq.123', 'id=eq.123', 'id=eq.123', []),
    ...documented('name=like.Voice%', 'name=like.Voice%25', 'name=like.Voice%25', 'name=like.Voice%25', ['ana', 'sip']),
    ...documented(
      'created_at=gte.2025-01-01',
      'created_at=gte.2025-01-01',
      'created_at=gte.2025-01-01',
      'created_at=gte.2025-01-01',
      firstPage(EVERYTHING),
    ),
    ...documented(
      'last_message_at=lte.2025-06-01',
      'last_message_at=lte.2025-06-01',
      'last_message_at=lte.2025-06-01',
      'last_message_at=lte.2025-06-01',
      from('name replacement', 'tie a'),
    ),
    ...documented(
      'metadata->assistant_id=eq.assistant-123',
      'metadata-%3Eassistant_id=eq.assistant-123',
      'metadata-%3Eassistant_id=eq.assistant-123',
      'metadata->assistant_id=eq.assistant-123',
      ANA,
    ),
    ...documented(
      'metadata->call_control_id=eq.v3:123',
      'metadata-%3Ecall_control_id=eq.v3%3A123',
      'metadata-%3Ecall_control_id=eq.v3%3A123',
      'metadata->call_control_id=eq.v3:123',
      ['ana'],
    ),
    ...documented(
      'metadata->telnyx_agent_target=eq.+13128675309',
      'metadata-%3Etelnyx_agent_target=eq.%2B13128675309',
      'metadata-%3Etelnyx_agent_target=eq.%2013128675309',
      'metadata->telnyx_agent_target=eq.+13128675309',
      ['sip'],
    ),
    ...documented(
      'metadata->telnyx_end_user_target=eq.+13128675309',
      'metadata-%3Etelnyx_end_user_target=eq.%2B13128675309',
      'metadata-%3Etelnyx_end_user_target=eq.%2013128675309',
      'metadata->telnyx_end_user_target=eq.+13128675309',
      ANA,
    ),
    ...documented(
      'metadata->telnyx_conversation_channel=eq.phone_call',
      'metadata-%3Etelnyx_conversation_channel=eq.phone_call',
      'metadata-%3Etelnyx_conversation_channel=eq.phone_call',
      'metadata->telnyx_conversation_channel=eq.phone_call',
      ['ana', 'bob'],
    ),
    ...documented('limit=10', 'limit=10', 'limit=10', 'limit=10', EVERYTHING.slice(0, 10)),
    ...documented(
      'order=created_at.desc',
      'order=created_at.desc',
      'order=created_at.desc',
      'order=created_at.desc',
      EVERYTHING.toReversed().slice(0, 20),
    ),
    ...documented(
      'order=last_message_at.asc',
      'order=last_message_at.asc',
      'order=last_message_at.asc',
      'order=last_message_at.asc',
      EVERYTHING.toReversed().slice(0, 20),
    ),
    ...documented(
      'or=(created_at.gte.2025-04-01,last_message_at.gte.2025-04-01)',
      'or=%28created_at.gte.2025-04-01%2Clast_message_at.gte.2025-04-01%29',
      'or=%28created_at.gte.2025-04-01%2Clast_message_at.gte.2025-04-01%29',
      'or=(created_at.gte.2025-04-01,last_message_at.gte.2025-04-01)',
      firstPage(EVERYTHING),
    ),
    ...documented(
      'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
      'metadata-%3Etelnyx_end_user_target=eq.%2B13128675309&limit=5&order=last_message_at.desc',
      'metadata-%3Etelnyx_end_user_target=eq.%2013128675309&limit=5&order=last_message_at.desc',
      'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
      ANA,
    ),
    ...documented(
      'metadata->customer_id=eq.12345',
      'metadata-%3Ecustomer_id=eq.12345',
      'metadata-%3Ecustomer_id=eq.12345',
      'metadata->customer_id=eq.12345',
      [],
    ),
    ...documented(
      'metadata->group=eq.vip',
      'metadata-%3Egroup=eq.vip',
      'metadata-%3Egroup=eq.vip',
      'metadata->group=eq.vip',
      ['group'],
    ),
  ],
};

/** dialect: where a `+` is a plus, where it is a space, and what `%20` means before a phone number. */
export const PLUS: Subject = {
  subject: 'plus signs',
  cases: [
    // A conversation_query string: a plus, always.
    canonical('metadata->x=eq.a%2Bb'),
    means('metadata->x=eq.a+b', 'metadata->x=eq.a%2Bb'),
    means('metadata->x=eq.+abc', 'metadata->x=eq.%2Babc'),
    means('metadata->x=in.(+5,+13128675309)', 'metadata->x=in.(%2B5,+13128675309)', 'str +5', 'phone'),
    means(
      'or=(metadata->x.eq.+5,metadata->x.eq.+13128675309)',
      'or=(metadata->x.eq.%2B5,metadata->x.eq.+13128675309)',
      'str +5',
      'phone',
    ),
    means(
      'metadata->telnyx_end_user_target=eq.sip:+13128675309@example.com',
      'metadata->telnyx_end_user_target=eq.sip:+13128675309@example.com',
      'sip',
    ),
    means(
      'metadata->telnyx_end_user_target=eq.sip:%2B13128675309@example.com',
      'metadata->telnyx_end_user_target=eq.sip:+13128675309@example.com',
      'sip',
    ),
    // There a %20 is a space, even before a phone number; printed so that HTTP agrees.
    means('metadata->x=eq.%2013128675309', 'metadata->x=eq.%20%313128675309', 'phone space'),
    means('metadata->x=eq. 13128675309', 'metadata->x=eq.%20%313128675309', 'phone space'),
    canonical('metadata->x=eq.%20%313128675309', 'phone space'),
    // HTTP, right after a top-level operator's dot: a plus where a digit follows, else a space.
    http('metadata->x=eq.+13128675309', 'metadata->x=eq.+13128675309', 'phone'),
    http('metadata->x=eq.%2B13128675309', 'metadata->x=eq.+13128675309', 'phone'),
    http('metadata->x=eq.%2013128675309', 'metadata->x=eq.+13128675309', 'phone'),
    http('metadata->x=eq.%20%313128675309', 'metadata->x=eq.%20%313128675309', 'phone space'),
    http('metadata->x=eq.+5', 'metadata->x=eq.+5', 'str +5'),
    http('metadata->x=eq.%2B5', 'metadata->x=eq.+5', 'str +5'),
    http('metadata->x=eq.+abc', 'metadata->x=eq.%20abc', 'space abc'),
    http('metadata->x=eq.%20abc', 'metadata->x=eq.%20abc', 'space abc'),
    http('metadata->x=neq.+13128675309&limit=1', 'metadata->x=neq.+13128675309&limit=1', 'num 5'),
    http('metadata->x=not.eq.+5&limit=1', 'metadata->x=not.eq.+5&limit=1', 'num 5'),
    http('metadata->x=like.+1312*', 'metadata->x=like.+1312*', 'phone'),
    http('metadata->x=gte.+1&metadata->x=lt.%2B2', 'metadata->x=gte.+1&metadata->x=lt.+2', 'phone'),
    http('metadata->x=isdistinct.+5&limit=1', 'metadata->x=isdistinct.+5&limit=1', 'ana'),
    // Only 7 to 15 digits and nothing else make a plus of %20.
    http('metadata->x=eq.%20131286', 'metadata->x=eq.%20%3131286'),
    http('metadata->x=eq.%201312867530912345', 'metadata->x=eq.%20%31312867530912345'),
    http('metadata->x=eq.%2013128675309%20', 'metadata->x=eq.%20%313128675309%20'),
    http('metadata->x=eq.%2013128675309x', 'metadata->x=eq.%20%313128675309x'),
    http('metadata->x=eq.%2B%2013128675309', 'metadata->x=eq.%2B%2013128675309'),
    // A plus anywhere else is a space.
    http('metadata->x=eq.a+b', 'metadata->x=eq.a%20b'),
    http('metadata->x=eq.a%2Bb', 'metadata->x=eq.a%2Bb'),
    http('metadata->x=eq.5+', 'metadata->x=eq.5%20'),
    http('name=eq.Voice+call', 'name=eq.Voice%20call', 'ana'),
    http('name=like.*+call', 'name=like.*%20call', 'ana', 'ana sms'),
    http('name=plfts.voice+call', 'name=plfts.voice%20call', 'ana', 'ana sms', 'bob'),
    http('metadata->x=match.^[0-9]+$', 'metadata->x=match.^[0-9]%20$'),
    http('metadata->x=match.^[0-9]%2B$&limit=2', 'metadata->x=match.^[0-9]%2B$&limit=2', 'num 5', 'str 5'),
    // In lists and trees: a plus before seven digits or more.
    http('metadata->x=in.(+13128675309,abc)', 'metadata->x=in.(+13128675309,abc)', 'abc', 'phone'),
    http('metadata->x=in.(abc,+13128675309)', 'metadata->x=in.(abc,+13128675309)', 'abc', 'phone'),
    http('metadata->x=in.(%2013128675309,abc)', 'metadata->x=in.(+13128675309,abc)', 'abc', 'phone'),
    http('metadata->x=in.(%2B13128675309,abc)', 'metadata->x=in.(+13128675309,abc)', 'abc', 'phone'),
    http('metadata->x=in.(abc,+5)', 'metadata->x=in.(abc,5)', 'num 5', 'str 5', 'num 5.00', 'abc'),
    http('metadata->x=in.(abc,%2B5)', 'metadata->x=in.(abc,%2B5)', 'str +5', 'abc'),
    http('metadata->x=in.(abc,+ABC)', 'metadata->x=in.(abc,ABC)', 'abc', 'ABC'),
    http(
      'or=(metadata->x.eq.+13128675309,metadata->x.eq.abc)',
      'or=(metadata->x.eq.+13128675309,metadata->x.eq.abc)',
      'abc',
      'phone',
    ),
    http(
      'or=(metadata->x.eq.%2013128675309,metadata->x.eq.abc)',
      'or=(metadata->x.eq.+13128675309,metadata->x.eq.abc)',
      'abc',
      'phone',
    ),
    http(
      'or=%28metadata-%3Ex.eq.%2013128675309%2Cmetadata-%3Ex.eq.abc%29',
      'or=(metadata->x.eq.+13128675309,metadata->x.eq.abc)',
      'abc',
      'phone',
    ),
    http(
      'or=(metadata->x.eq.+5,metadata->x.eq.abc)',
      'or=(metadata->x.eq.5,metadata->x.eq.abc)',
      'num 5',
      'str 5',
      'num 5.00',
      'abc',
    ),
    http(
      'or=(metadata->x.eq.%2B5,name.eq.Voice+call)',
      'or=(metadata->x.eq.%2B5,name.eq.Voice%20call)',
      'ana',
      'str +5',
    ),
    http(
      'or=(metadata->x.in.(+13128675309),name.eq.tie)',
      'or=(metadata->x.in.(+13128675309),name.eq.tie)',
      'phone',
      'tie c',
      'tie b',
    ),
    // A SIP address keeps its plus wherever it stands.
    http(
      'metadata->telnyx_end_user_target=eq.sip:+13128675309@example.com',
      'metadata->telnyx_end_user_target=eq.sip:+13128675309@example.com',
      'sip',
    ),
    http(
      'metadata->telnyx_end_user_target=in.(sip:+13128675309@example.com,+15551234567)',
      'metadata->telnyx_end_user_target=in.(sip:+13128675309@example.com,+15551234567)',
      'bob',
      'sip',
    ),
    http(
      'or=(metadata->telnyx_end_user_target.eq.sip:+13128675309@example.com)',
      'or=(metadata->telnyx_end_user_target.eq.sip:+13128675309@example.com)',
      'sip',
    ),
    http('metadata->telnyx_end_user_target=like.sip:+1*', 'metadata->telnyx_end_user_target=like.sip:+1*', 'sip'),
  ],
};
