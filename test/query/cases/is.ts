import { EVERYTHING } from '../model/dataset.js';
import { canonical, means, type Subject } from './case.js';
import { firstPage, NAMED, UNNAMED, WITH_X, WITHOUT_X, without } from './found.js';

/** dialect: "Unknown": `is`, which is never unknown itself. */
export const IS: Subject = {
  subject: 'is and unknown',
  cases: [
    canonical('metadata->x=is.null&limit=100', ...WITHOUT_X),
    canonical('metadata->x=is.not_null&limit=100', ...WITH_X),
    canonical('metadata->x=not.is.null&limit=100', ...WITH_X),
    canonical('metadata->x=not.is.not_null&limit=100', ...WITHOUT_X),
    canonical('metadata->x=is.unknown&limit=100', ...WITHOUT_X),
    canonical('metadata->x=not.is.unknown', ...firstPage(WITH_X)),
    canonical('metadata->x=is.true', 'true', 'str true'),
    canonical('metadata->x=is.false', 'false', 'str false'),
    canonical('metadata->x=not.is.true&limit=100', ...without(EVERYTHING, 'true', 'str true')),
    canonical('metadata->x=not.is.false&limit=100', ...without(EVERYTHING, 'false', 'str false')),
    canonical('metadata->telnyx_end_user_target_verified=is.true', 'ana'),
    canonical('metadata->telnyx_end_user_target_verified=is.false', 'ana sms'),
    canonical('metadata->telnyx_end_user_target_verified=is.not_null', 'ana', 'ana sms'),
    canonical('metadata->profile->tier=is.null&metadata->profile=is.not_null', 'sip'),
    canonical('metadata->profile->tier=is.not_null', 'ana', 'ana sms', 'bob'),
    canonical('metadata->profile->address->city=is.not_null', 'ana', 'ana sms'),
    canonical('metadata->called_tools=is.not_null', 'ana', 'ana sms'),
    canonical('metadata->nowhere=is.null&limit=100', ...EVERYTHING),
    canonical('metadata->nowhere=is.not_null'),
    canonical('metadata->x->2=is.not_null', 'mixed'),
    canonical('metadata->x->3=is.null&metadata->x->2=is.true', 'mixed'),
    canonical('name=is.null&limit=100', ...UNNAMED),
    canonical('name=not.is.null', ...NAMED),
    canonical('name=is.not_null', ...NAMED),
    canonical('name=not.is.not_null&limit=2', 'num 5', 'str 5'),
    canonical('id=is.null'),
    canonical('id=is.not_null&limit=1', 'ana'),
    canonical('created_at=is.null'),
    canonical('last_message_at=is.not_null&limit=1', 'ana'),
    canonical('metadata=is.null'),
    canonical('metadata=is.not_null&limit=100', ...EVERYTHING),
    // Keywords alone are read whatever their case.
    canonical('metadata->x=is.NULL&limit=3', 'ana', 'ana sms', 'bob'),
    canonical('metadata->x=is.Not_Null&limit=3', 'num 5', 'str 5', 'num 5.00'),
    canonical('metadata->x=is.TRUE', 'true', 'str true'),
    canonical('metadata->x=is.Unknown&limit=1', 'ana'),
    // Unknown in trees: or finds what one side finds, not turns nothing around.
    canonical('or=(metadata->x.eq.5,metadata->rank.eq.1)', 'num 5', 'str 5', 'num 5.00', 'tie b'),
    canonical('not.or=(metadata->x.eq.5,metadata->rank.eq.1)'),
    canonical(
      'not.and=(metadata->x.eq.5,metadata->rank.eq.1)',
      ...without(WITH_X, 'num 5', 'str 5', 'num 5.00').slice(0, 20),
    ),
    canonical('not.and=(metadata->rank.eq.2,name.eq.tie)&limit=100', ...without(NAMED, 'tie c')),
    canonical('or=(metadata->rank.eq.2,metadata->rank.not.eq.2)', 'tie c', 'tie b', 'tie a'),
    canonical('or=(metadata->rank.eq.2,metadata->rank.isdistinct.2)&limit=2', 'ana', 'ana sms'),
    means('metadata->x=is.null', 'metadata->x=is.null', ...WITHOUT_X.slice(0, 20)),
  ],
};
