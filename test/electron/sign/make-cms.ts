import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Der, readDer } from './der';
import { type Identity, inTemporaryFolder, openssl } from './make-identity';

/** CMS values as other programs make them: OpenSSL signs in its many ways. */

/** Options are those of `openssl cms -sign`; `chain.pem` holds the issuers, when there are any. */
export const signContent = (
  identity: Identity,
  content: Uint8Array,
  ...options: readonly string[]
): Uint8Array =>
  inTemporaryFolder((folder) => {
    writeFileSync(
      join(folder, 'signer.pem'),
      Buffer.concat([identity.keyPem, identity.certificate]),
    );
    writeFileSync(join(folder, 'chain.pem'), identity.chain);
    writeFileSync(join(folder, 'content'), content);
    const files = ['-signer', 'signer.pem', '-in', 'content', '-outform', 'DER', '-out', 'cms.der'];
    openssl(folder, 'cms', '-sign', '-binary', ...files, ...options);
    return readFileSync(join(folder, 'cms.der'));
  });

const indefinite = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);

const rawOf = (nodes: readonly Der[]): Uint8Array[] => nodes.map(({ raw }) => raw);

/** The same value with the lengths of its outer lists left open. */
export const cmsInBer = (cms: Uint8Array): Uint8Array => {
  const [type, holder] = readDer(cms).children;
  const fields = holder!.children[0]!.children;
  const open = fields.map((field) =>
    field.tag === 0xa0 ? indefinite(0xa0, ...rawOf(field.children)) : field.raw,
  );
  return indefinite(0x30, type!.raw, indefinite(0xa0, indefinite(0x30, ...open)));
};

/** The signature value: the last octet string of the only signer. */
export const signatureOf = (cms: Uint8Array): Uint8Array => cms.subarray(cms.byteLength - 256);

const derLength = (length: number): Buffer =>
  length < 128 ? Buffer.of(length) : Buffer.of(0x82, length >> 8, length & 0xff);
const tlv = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), derLength(content.byteLength), content]);
};

/** Adds the token of an authority made for the test (OpenSSL's `ts`) over `signature`. */
export const withTimeStamp = (cms: Uint8Array, signature: Uint8Array): Uint8Array =>
  inTemporaryFolder((folder) => {
    const request = [
      '-new',
      '-x509',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.pem',
    ];
    const subject = ['-utf8', '-subj', '/CN=TSA Thử nghiệm', '-days', '30'];
    openssl(
      folder,
      'req',
      ...request,
      ...subject,
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
    );
    writeFileSync(
      join(folder, 'tsa.cnf'),
      '[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ndefault_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n',
    );
    writeFileSync(join(folder, 'serial'), '01\n');
    const hash = createHash('sha256').update(signature).digest('hex');
    openssl(folder, 'ts', '-query', '-digest', hash, '-sha256', '-cert', '-out', 'query');
    const by = ['-inkey', 'tsa.key', '-signer', 'tsa.pem', '-config', 'tsa.cnf'];
    openssl(folder, 'ts', '-reply', '-queryfile', 'query', ...by, '-token_out', '-out', 'token');
    const token = readFileSync(join(folder, 'token'));
    const oid = Buffer.from('060b2a864886f70d010910020e', 'hex');
    const unsigned = tlv(0xa1, tlv(0x30, oid, tlv(0x31, token)));
    return lengthen(cms, unsigned);
  });

/** Appends bytes to the innermost last value and corrects the lengths of all that hold it. */
const lengthen = (cms: Uint8Array, tail: Uint8Array): Uint8Array => {
  const grow = (node: Buffer, depth: number): Buffer => {
    const header = node[1]! < 0x80 ? 2 : 2 + (node[1]! & 0x7f);
    const content = node.subarray(header);
    if (depth === 0) return tlv(node[0]!, content, tail);
    let at = 0;
    let last = 0;
    while (at < content.byteLength) {
      last = at;
      const first = content[at + 1]!;
      const size = first < 0x80 ? first : content.readUIntBE(at + 2, first & 0x7f);
      at += (first < 0x80 ? 2 : 2 + (first & 0x7f)) + size;
    }
    return tlv(node[0]!, content.subarray(0, last), grow(content.subarray(last), depth - 1));
  };
  // ContentInfo, [0], SignedData, SET of signers, SignerInfo.
  return grow(Buffer.from(cms), 4);
};
