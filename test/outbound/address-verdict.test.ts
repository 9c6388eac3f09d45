import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAddress } from '../../src/outbound/address-verdict.js';

describe('an address that is anybody’s is public', () => {
  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2606:4700:4700::1111',
    '2a00:1450:4001:830::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
  ])('%s', (address) => {
    expect(judgeAddress(address).reach).toBe('public');
  });
});

describe('an address of this machine, its networks or nobody is private', () => {
  test.each([
    ['127.0.0.1', 'a loopback address'],
    ['127.255.255.254', 'a loopback address'],
    ['0.0.0.0', 'an unspecified address'],
    ['0.1.2.3', 'an unspecified address'],
    ['10.0.0.1', 'a private address'],
    ['172.16.0.1', 'a private address'],
    ['172.31.255.255', 'a private address'],
    ['192.168.1.1', 'a private address'],
    ['100.64.0.1', 'a private address'],
    ['100.127.255.255', 'a private address'],
    ['192.0.0.8', 'a reserved address'],
    ['192.0.2.1', 'a reserved address'],
    ['198.18.0.1', 'a reserved address'],
    ['198.51.100.1', 'a reserved address'],
    ['203.0.113.1', 'a reserved address'],
    ['240.0.0.1', 'a reserved address'],
    ['::', 'an unspecified address'],
    ['::1', 'a loopback address'],
    ['fc00::1', 'a private address'],
    ['fd12:3456::1', 'a private address'],
    ['fec0::1', 'a reserved address'],
    ['2001:db8::1', 'a reserved address'],
    ['3fff::1', 'a reserved address'],
    ['100::1', 'a reserved address'],
    ['4000::1', 'a reserved address'],
    ['::ffff:127.0.0.1', 'a loopback address'],
    ['::ffff:10.0.0.1', 'a private address'],
    ['::7f00:1', 'a reserved address'],
    ['::ffff:0:127.0.0.1', 'a loopback address'],
    ['64:ff9b::10.0.0.1', 'a private address'],
    ['64:ff9b:1::8.8.8.8', 'a reserved address'],
    ['2002:7f00:1::', 'a loopback address'],
    ['2002:c0a8:101::1', 'a private address'],
    // Teredo: a private server; a private client behind its turned-over bits.
    ['2001:0:a00:1::f7f7:f7f7', 'a private address'],
    ['2001:0:808:808::f5ff:fffe', 'a private address'],
    ['2606:4700::5efe:10.0.0.1', 'a private address'],
    ['2001:db8::5efe:8.8.8.8', 'a reserved address'],
  ])('%s is %s', (address, what) => {
    expect(judgeAddress(address)).toEqual({ reach: 'private', what });
  });
});

describe('an address that hands out credentials, or is many hosts, is never called', () => {
  test.each([
    ['169.254.169.254', 'a cloud metadata service'],
    ['168.63.129.16', 'a cloud metadata service'],
    ['100.100.100.200', 'a cloud metadata service'],
    ['192.0.0.192', 'a cloud metadata service'],
    ['fd00:ec2::254', 'a cloud metadata service'],
    ['fd00:ec2:0:0:0:0:0:254', 'a cloud metadata service'],
    ['fd20:ce::254', 'a cloud metadata service'],
    ['169.254.0.1', 'a link-local address'],
    ['169.254.170.2', 'a link-local address'],
    ['fe80::1', 'a link-local address'],
    ['fe80::1%eth0', 'a link-local address'],
    ['224.0.0.1', 'a multicast address'],
    ['255.255.255.255', 'a broadcast address'],
    ['ff02::1', 'a multicast address'],
    ['::ffff:169.254.169.254', 'a cloud metadata service'],
    ['::a9fe:a9fe', 'a cloud metadata service'],
    ['64:ff9b::169.254.169.254', 'a cloud metadata service'],
    ['64:ff9b:1::169.254.169.254', 'a cloud metadata service'],
    // RFC 6052 with a prefix of /48: the address lies around the byte that stays zero.
    ['64:ff9b:1:a9fe:a9:fe00::', 'a cloud metadata service'],
    ['2002:a9fe:a9fe::', 'a cloud metadata service'],
    ['hook.test', 'no IP address'],
    ['', 'no IP address'],
  ])('%s is %s', (address, what) => {
    expect(judgeAddress(address)).toEqual({ reach: 'never', what });
  });
});

test('an IPv4 address is never judged milder inside an IPv6 address', () => {
  const order = ['public', 'private', 'never'];
  fc.assert(
    fc.property(
      fc.ipV4(),
      fc.constantFrom('::ffff:', '::', '64:ff9b::', '64:ff9b:1::', '::ffff:0:'),
      (inner, prefix) => {
        const outer = judgeAddress(`${prefix}${inner}`);
        expect(order.indexOf(outer.reach)).toBeGreaterThanOrEqual(order.indexOf(judgeAddress(inner).reach));
      },
    ),
  );
});
