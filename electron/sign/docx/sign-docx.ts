import { createHash, sign } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/base';
import { bytesOf } from '../byte-strings';
import { displayName } from '../certificate/certificate-name';
import { orNull } from '../malformed';
import { openIdentity } from '../open-identity';
import type { SigningIdentity } from '../pkcs12/open-pkcs12';
import { ALREADY_SIGNED, notVerified, REASON_TOO_LONG, UNREADABLE_DOCX } from '../sign-failures';
import type { SignedFile, SignOptions } from '../sign-options';
import { vietnamTime } from '../vietnam-time';
import { isSignature, preparePackage, referencesOf, SIGNATURE_PART } from './package-parts';
import { readZip } from './read-zip';
import { signatureXml, signedText } from './signature-xml';
import { verifyDocx } from './verify-docx';
import { storedEntry, writeZip } from './write-zip';

/** [MS-OFFCRYPTO] 2.5.2.5 */
const LONGEST_REASON = 255;

const isoSecond = (instant: number): string =>
  new Date(Math.floor(instant / 1000) * 1000).toISOString().replace('.000Z', 'Z');

const signParts = (
  prepared: ReadonlyMap<string, Uint8Array>,
  identity: SigningIdentity,
  options: SignOptions,
): Uint8Array => {
  const values = {
    references: referencesOf(prepared),
    time: isoSecond(options.now),
    reason: (options.reason ?? '').normalize('NFC'),
    location: (options.location ?? '').normalize('NFC'),
    certificate: identity.certificate,
    chain: identity.chain,
  };
  const text = bytesOf(signedText(values));
  const signature = sign('sha256', text, { key: identity.key, dsaEncoding: 'ieee-p1363' });
  const all = new Map(prepared).set(SIGNATURE_PART, bytesOf(signatureXml(values, signature)));
  return writeZip([...all].map(([name, content]) => storedEntry(name, content)));
};

/**
 * Signs a DOCX as Office does (OPC XML-DSig with XAdES). Every part is signed, the properties of
 * the document too; the package is written anew around parts that stay as they are. The result has
 * passed `verifyDocx`. Failures: those of `openIdentity`, `sign-…`.
 */
export const signDocx = (bytes: Uint8Array, options: SignOptions): Result<SignedFile> => {
  const opened = openIdentity(options);
  if (!opened.ok) return opened;
  const identity = opened.value;
  if ((options.reason ?? '').normalize('NFC').length > LONGEST_REASON) return err(REASON_TOO_LONG);
  const read = orNull(() => {
    const parts = new Map(readZip(bytes).map(({ name, content }) => [name, content]));
    const signed = [...parts.keys()].some(isSignature);
    return { signed, prepared: signed ? parts : preparePackage(parts) };
  });
  if (read === null) return err(UNREADABLE_DOCX);
  if (read.signed) return err(ALREADY_SIGNED);
  const signed = signParts(read.prepared, identity, options);
  const check = verifyDocx(signed);
  if (!check.ok || !check.value.intact) {
    return err(check.ok ? notVerified(check.value.reasons.join(' ')) : check.error);
  }
  return ok({
    bytes: signed,
    sha256: createHash('sha256').update(signed).digest('hex'),
    signer: displayName(identity.certificate.subject),
    signedAt: vietnamTime(options.now),
  });
};
