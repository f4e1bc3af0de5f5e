import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFUSED_NETWORKS, refusedAddress } from '../../src/verify/address.ts';

describe('addresses that may be connected to', () => {
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '169.254.170.2',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::FFFF:A9FE:A9FE',
    '0:0:0:0:0:ffff:10.0.0.1',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::169.254.169.254',
    '64:ff9b:1::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '1.2.3.4.5',
  ])('%s is refused', (address) => {
    expect(refusedAddress(address, { loopback: false })).toBeTruthy();
  });

  it.each([
    '93.184.216.34',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '192.167.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '::ffff:93.184.216.34',
  ])('%s is let through', (address) => {
    expect(refusedAddress(address, { loopback: false })).toBeUndefined();
  });

  it('lets private networks through when told to, and nothing that a cloud keeps in them', () => {
    const verdict = (address: string): boolean => refusedAddress(address, { loopback: false, private: true }) === undefined;
    for (const open of ['10.0.0.1', '172.31.255.255', '192.168.1.1', 'fd12:3456::1', '::ffff:10.0.0.1'])
      expect([open, verdict(open)]).toEqual([open, true]);
    for (const shut of [
      '127.0.0.1',
      '::1',
      '169.254.169.254',
      'fe80::1',
      '100.100.100.200',
      '168.63.129.16',
      'fd00:ec2::254',
      'fd20:ce::254',
      'fd00:c1::a9fe:a9fe',
      '64:ff9b::a00:1',
      '0.0.0.0',
      '192.0.0.192',
    ]) {
      expect([shut, verdict(shut)]).toEqual([shut, false]);
    }
  });

  it('lets loopback through when told to, and nothing else with it', () => {
    const verdicts = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '0.0.0.0', '169.254.169.254'].map((address) =>
      refusedAddress(address, { loopback: true }),
    );
    expect(verdicts.map((why) => why === undefined)).toEqual([true, true, true, false, false, false]);
  });

  it('judges an IPv4 address alike in every notation of IPv6', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte, byte), (bytes) => {
        const plain = bytes.join('.');
        const hex = [0, 2].map((i) => ((bytes[i]! << 8) | bytes[i + 1]!).toString(16)).join(':');
        const verdict = refusedAddress(plain, { loopback: false });
        expect(refusedAddress(`::ffff:${plain}`, { loopback: false })).toBe(verdict);
        expect(refusedAddress(`::ffff:${hex}`, { loopback: false })).toBe(verdict);
        expect(refusedAddress(`0:0:0:0:0:FFFF:${hex}`, { loopback: false })).toBe(verdict);
      }),
    );
  });

  it.each(REFUSED_NETWORKS)('%s is refused: %s', (network, what) => {
    // The first address of a network can be one of a smaller network, with a reason of its own.
    const address = network === '::/128' ? '::' : network.replace(/\/\d+$/, '').replace(/::$/, '::5:6');
    expect(refusedAddress(address, { loopback: false })).toBe(/^(127|::1\/)/.test(network) ? 'loopback' : what);
  });
});
