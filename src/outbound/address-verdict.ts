import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address may be called at a user's word.
 *
 * - `public`: anybody's.
 * - `private`: this machine's, its networks' or nobody's: only where the operator allows it.
 * - `never`: link-local addresses and cloud metadata services, which hand out the machine's own credentials; multicast.
 */
export interface AddressVerdict {
  readonly reach: 'public' | 'private' | 'never';
  /** With its article: `a loopback address`. */
  readonly what: string;
}

/**
 * The verdict on one address, from the registries of special addresses (RFC 6890 and its successors, as ipaddr.js lists them).
 * An IPv6 address that carries an IPv4 address to a translator or a tunnel is as the worst of what it carries.
 *
 * @param address as the name service gives it; a zone (`%eth0`) is allowed
 */
export function judgeAddress(address: string): AddressVerdict {
  if (!ipaddr.isValid(address)) return { reach: 'never', what: 'no IP address' };
  const parsed = ipaddr.parse(address);
  return parsed.kind() === 'ipv4' ? judgeIpv4(parsed as ipaddr.IPv4) : judgeIpv6(parsed as ipaddr.IPv6);
}

const PUBLIC: AddressVerdict = { reach: 'public', what: 'a public address' };
const RESERVED: AddressVerdict = { reach: 'private', what: 'a reserved address' };
const METADATA: AddressVerdict = { reach: 'never', what: 'a cloud metadata service' };

/** By ipaddr.js's name of the range; those that are not here are reserved. */
const BY_RANGE: ReadonlyMap<string, AddressVerdict> = new Map<string, AddressVerdict>([
  ['unicast', PUBLIC],
  ['loopback', { reach: 'private', what: 'a loopback address' }],
  ['unspecified', { reach: 'private', what: 'an unspecified address' }],
  ['private', { reach: 'private', what: 'a private address' }],
  ['uniqueLocal', { reach: 'private', what: 'a private address' }],
  ['carrierGradeNat', { reach: 'private', what: 'a private address' }],
  ['linkLocal', { reach: 'never', what: 'a link-local address' }],
  ['multicast', { reach: 'never', what: 'a multicast address' }],
  ['broadcast', { reach: 'never', what: 'a broadcast address' }],
]);

/**
 * In no link-local range, and still metadata: Amazon (IPv6), Google (IPv6), Alibaba, Oracle (classic), Scaleway, and Azure's
 * wire server, whose address looks public. 169.254.169.254, the one that all have, is named for the sake of the message.
 */
const METADATA_ADDRESSES: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd20:ce::254',
  'fd00:42::42',
]);

function judgeIpv4(address: ipaddr.IPv4): AddressVerdict {
  if (METADATA_ADDRESSES.has(address.toString())) return METADATA;
  return BY_RANGE.get(address.range()) ?? RESERVED;
}

/** 2000::/3, the only part of IPv6 from which global unicast addresses are given out. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

function judgeIpv6(address: ipaddr.IPv6): AddressVerdict {
  // Without its zone: that says how the address is reached, not what it is.
  const plain = ipaddr.fromByteArray(address.toByteArray()) as ipaddr.IPv6;
  if (METADATA_ADDRESSES.has(plain.toString())) return METADATA;
  return carriedIpv4(plain).map(judgeIpv4).reduce(worse, ownVerdict(plain));
}

/** Ranges whose addresses are what they carry: a network with NAT64 reaches every IPv4 host by one of them. */
const CARRIERS: ReadonlySet<string> = new Set(['ipv4Mapped', 'rfc6145', 'rfc6052', '6to4', 'teredo']);

/** RFC 8215: for a network's own translators, which may put the IPv4 address in several places. */
const LOCAL_TRANSLATOR = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');

/** What the IPv6 address is beside what it carries. */
function ownVerdict(address: ipaddr.IPv6): AddressVerdict {
  const range = address.range();
  if (range === 'unicast') return address.match(GLOBAL_UNICAST) ? PUBLIC : RESERVED;
  if (CARRIERS.has(range)) return address.match(LOCAL_TRANSLATOR) ? RESERVED : PUBLIC;
  return BY_RANGE.get(range) ?? RESERVED;
}

const LAST_BYTES = [12, 13, 14, 15];

/** Where RFC 6052 puts the IPv4 bytes for each length of a prefix of /48 and more. */
const TRANSLATED_BYTES = [[6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12], LAST_BYTES];

/** IPv4-compatible addresses (RFC 4291, deprecated). */
const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** The IPv4 addresses at which a packet to this IPv6 address may end. */
function carriedIpv4(address: ipaddr.IPv6): readonly ipaddr.IPv4[] {
  const bytes = address.toByteArray();
  const at = (places: readonly number[]) => new ipaddr.IPv4(places.map((place) => bytes[place] ?? 0));
  const range: string = address.range();
  if (range === '6to4') return [at([2, 3, 4, 5])];
  if (range === 'teredo') {
    // The server in plain, the client with every bit turned over (RFC 4380).
    return [at([4, 5, 6, 7]), new ipaddr.IPv4(LAST_BYTES.map((place) => (bytes[place] ?? 0) ^ 0xff))];
  }
  if (address.match(LOCAL_TRANSLATOR)) return TRANSLATED_BYTES.map(at);
  // ISATAP (RFC 5214): the interface's half of the address begins with 0000:5efe or 0200:5efe.
  const isIsatap = (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  const carries = CARRIERS.has(range) || isIsatap || (range === 'unicast' && address.match(COMPATIBLE));
  return carries ? [at(LAST_BYTES)] : [];
}

const ORDER = ['public', 'private', 'never'] as const;

function worse(one: AddressVerdict, other: AddressVerdict): AddressVerdict {
  return ORDER.indexOf(other.reach) > ORDER.indexOf(one.reach) ? other : one;
}
