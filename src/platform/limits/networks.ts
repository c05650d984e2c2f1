import ipaddr from 'ipaddr.js';

/** What one customer of a provider has, and what a provider gives to neighbours; in bytes. */
const ADDRESS_BYTES = { ipv4: 4, ipv6: 7 };
const NETWORK_BYTES = { ipv4: 3, ipv6: 6 };

export interface Networks {
  /** An IPv4 address, or 56 bits of an IPv6 address: whoever has one has all of them. */
  address: string;
  network: string;
}

/** @param text as of a socket or a proxy; whatever is no address counts as one of its own */
export function networksOf(text: string): Networks {
  if (!ipaddr.isValid(text)) return { address: text, network: text };
  const parsed = ipaddr.process(text);
  const bytes = parsed.toByteArray();
  const first = (count: number) => `${parsed.kind()} ${bytes.slice(0, count).join('.')}`;
  return {
    address: first(ADDRESS_BYTES[parsed.kind()]),
    network: first(NETWORK_BYTES[parsed.kind()]),
  };
}
