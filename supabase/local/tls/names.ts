import { isIP } from 'node:net';

/**
 * The names and addresses of a certificate (`subjectAltName` as Node writes it), each as it stands in an
 * address bar. A wildcard is left out: which of its names this server has, only ALLOWED_HOSTS can say.
 */
export function namesOf(subjectAltName: string | undefined): string[] {
  const entries = (subjectAltName ?? '').matchAll(/(DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g);
  const names = [...entries].flatMap(([, , value = '']) => asInAddressBar(value.trim()) ?? []);
  return [...new Set(names)];
}

/** A host name or an address as `new URL` writes it: lower case, IPv6 in brackets; null when it is neither. */
export function asInAddressBar(name: string): string | null {
  const isIPv6 = isIP(name) === 6;
  if (name === '' || (isIPv6 ? /%/ : /[*\s/?#@":]/).test(name)) return null;
  const address = `http://${isIPv6 ? `[${name}]` : name}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
