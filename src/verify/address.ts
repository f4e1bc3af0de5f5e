/**
 * Which addresses may be connected to: those of the public internet, and nothing that only this machine, its network or
 * its cloud can reach.
 * @module
 */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that are refused, with what they are (IANA special-purpose registries, RFC 6890, and what clouds add). */
export const REFUSED_NETWORKS: readonly (readonly [network: string, what: string])[] = [
  ['0.0.0.0/8', 'this host (RFC 1122)'],
  ['10.0.0.0/8', 'private (RFC 1918)'],
  ['100.64.0.0/10', 'carrier-grade NAT (RFC 6598), also cloud metadata'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local (RFC 3927), cloud metadata at 169.254.169.254'],
  ['172.16.0.0/12', 'private (RFC 1918)'],
  ['192.0.0.0/24', 'protocol assignments (RFC 6890)'],
  ['192.0.2.0/24', 'documentation (RFC 5737)'],
  ['192.31.196.0/24', 'AS112 (RFC 7535)'],
  ['192.52.193.0/24', 'AMT (RFC 7450)'],
  ['192.88.99.0/24', '6to4 relays (RFC 7526)'],
  ['192.168.0.0/16', 'private (RFC 1918)'],
  ['192.175.48.0/24', 'AS112 (RFC 7534)'],
  ['198.18.0.0/15', 'benchmarks (RFC 2544)'],
  ['198.51.100.0/24', 'documentation (RFC 5737)'],
  ['203.0.113.0/24', 'documentation (RFC 5737)'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved, and broadcast'],
  ['168.63.129.16/32', "Azure's wire server"],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['::/96', 'IPv4-compatible (RFC 4291)'],
  ['::ffff:0:0:0/96', 'IPv4-translated (RFC 2765)'],
  ['64:ff9b::/96', 'NAT64 (RFC 6052): leads to an IPv4 address of the translator’s choice'],
  ['64:ff9b:1::/48', 'local NAT64 (RFC 8215)'],
  ['100::/64', 'discard (RFC 6666)'],
  ['2001::/23', 'protocol assignments, Teredo (RFC 4380)'],
  ['2001:db8::/32', 'documentation (RFC 3849)'],
  ['2002::/16', '6to4 (RFC 3056)'],
  ['3fff::/20', 'documentation (RFC 9637)'],
  ['5f00::/16', 'segment routing (RFC 9602)'],
  ['fd00:ec2::/32', 'cloud metadata at fd00:ec2::254 (AWS)'],
  ['fd00:c1::/32', 'cloud metadata at fd00:c1::a9fe:a9fe (Oracle)'],
  ['fd20:ce::/32', 'cloud metadata at fd20:ce::254 (Google)'],
  ['fc00::/7', 'unique local (RFC 4193)'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local (RFC 3879)'],
  ['ff00::/8', 'multicast'],
];

/** Networks of organisations, which a user may open for the hosts that they name. */
export const PRIVATE_NETWORKS: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

const LOOPBACK = listOf(['127.0.0.0/8', '::1/128']);

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

// One list a network, since a list does not tell which of its entries an address is in.
const REFUSED = REFUSED_NETWORKS.map(([network, what]) => ({
  list: listOf([network]),
  what,
  open: PRIVATE_NETWORKS.includes(network),
}));

/**
 * Why an address may not be connected to; undefined when it may.
 * @param address IPv4 or IPv6 in any notation, without brackets; what is no address is refused
 * @param options.loopback - whether 127.0.0.0/8 and ::1 are let through
 * @param options.private - whether PRIVATE_NETWORKS are
 */
export function refusedAddress(address: string, options: { loopback: boolean; private?: boolean }): string | undefined {
  const plain = plainAddress(address);
  const family = isIP(plain);
  if (family === 0) return 'no IP address';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (LOOPBACK.check(plain, type)) return options.loopback ? undefined : 'loopback';
  return REFUSED.find(({ list, open }) => list.check(plain, type) && !(open && options.private))?.what;
}

/** Without a zone, and IPv4-mapped addresses (`::ffff:10.0.0.1`, `::ffff:a00:1`) as the IPv4 address that they are. */
function plainAddress(address: string): string {
  const bare = address.split('%', 1)[0] ?? '';
  if (!isIPv6(bare)) return bare;
  // The URL parser gives IPv6 addresses their one canonical form.
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!mapped) return canonical;
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
