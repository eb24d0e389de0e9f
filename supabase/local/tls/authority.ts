// The X.509 library keeps its parts in a container that needs this, loaded first.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import * as x509 from '@peculiar/x509';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const AUTHORITY_DAYS = 3650;
// Apple's limit for certificates of an authority that a person installed is 825 days.
const SERVER_DAYS = 800;
// Every phone and computer in use verifies it, and making a key takes no time.
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

// What an authority may vouch for beside the names it was made for: addresses and names that never are on the
// internet (RFC 1918, 3927, 4193, 6761, 6762, 8375), so that whoever steals its key cannot play a bank.
const PRIVATE_NAMES = ['localhost', 'local', 'lan', 'internal', 'home.arpa'];
const PRIVATE_ADDRESSES = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

/** A certificate and its private key, both PEM. */
export type PemPair = { certificate: string; key: string };

/**
 * Makes an authority of an office's own, good for ten years, which can vouch for private addresses and for
 * `names` (host names or addresses) alone.
 */
export async function makeAuthority(names: readonly string[], now = new Date()): Promise<PemPair> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: ['Bản đồ Xã hạnh phúc (nội bộ)'] }],
      serialNumber: serialNumber(),
      ...validity(now, AUTHORITY_DAYS),
      keys,
      signingAlgorithm: SIGNATURE,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        nameConstraints(names),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto as Crypto,
  );
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) };
}

/**
 * Makes a server certificate for `names` (host names or addresses), signed by an authority and good for 800
 * days. Its PEM holds the authority behind it, so that the server can hand that to phones.
 */
export async function makeServerCertificate(
  names: readonly string[],
  authority: PemPair,
  now = new Date(),
): Promise<PemPair> {
  const keys = await makeKeys();
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await webcrypto.subtle.importKey(
    'pkcs8',
    x509.PemConverter.decodeFirst(authority.key),
    CURVE,
    false,
    ['sign'],
  );
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: [{ CN: [names[0] ?? ''] }],
      issuer: issuer.subjectName,
      serialNumber: serialNumber(),
      ...validity(now, SERVER_DAYS),
      publicKey: keys.publicKey,
      signingKey: signingKey as CryptoKey,
      signingAlgorithm: SIGNATURE,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension(
          names.map((name) => ({ type: isIP(name) === 0 ? ('dns' as const) : ('ip' as const), value: name })),
        ),
        await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto as Crypto,
  );
  const chain = `${certificate.toString('pem')}\n${authority.certificate.trim()}\n`;
  return { certificate: chain, key: await pemOf(keys.privateKey) };
}

/** True when an authority made here may vouch for a host name or address; others no phone would believe it. */
export function mayVouchFor(authority: string, name: string): boolean {
  const extension = new x509.X509Certificate(authority).getExtension(id_ce_nameConstraints);
  if (!extension) return true;
  const permitted = AsnConvert.parse(extension.value, NameConstraints).permittedSubtrees ?? [];
  const bases = permitted.map(({ base }) => base);
  if (isIP(name) === 0) return bases.some(({ dNSName }) => dNSName && `.${name}`.endsWith(`.${dNSName}`));
  const ranges = new BlockList();
  for (const { iPAddress } of bases) {
    const [address = '', length] = iPAddress?.split('/') ?? [];
    if (length) ranges.addSubnet(address, Number(length), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return ranges.check(name, isIP(name) === 4 ? 'ipv4' : 'ipv6');
}

function nameConstraints(names: readonly string[]): x509.Extension {
  const hostNames = [...PRIVATE_NAMES, ...names.filter((name) => isIP(name) === 0)];
  const addresses = names.filter((name) => isIP(name) !== 0);
  const ranges = [
    ...PRIVATE_ADDRESSES,
    ...addresses.map((address) => `${address}/${isIP(address) === 4 ? 32 : 128}`),
  ];
  const permitted = [
    ...hostNames.map((dNSName) => new GeneralName({ dNSName })),
    ...ranges.map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  const constraints = new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(permitted.map((base) => new GeneralSubtree({ base }))),
  });
  return new x509.Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints));
}

async function makeKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])) as CryptoKeyPair;
}

async function pemOf(key: CryptoKey): Promise<string> {
  return `${x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;
}

function serialNumber(): string {
  // Positive and 16 bytes long whatever the draw.
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return Buffer.from(bytes).toString('hex');
}

// From the day before: a phone whose clock is a little behind takes it too.
function validity(now: Date, days: number): { notBefore: Date; notAfter: Date } {
  return {
    notBefore: new Date(now.getTime() - DAY_MILLISECONDS),
    notAfter: new Date(now.getTime() + days * DAY_MILLISECONDS),
  };
}
