import { createHash } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { digestName, OID } from '../asn1/oid';
import { rawOf, readAs, readDer } from '../asn1/read-der';
import { sameBytes } from '../byte-strings';
import { displayName } from '../certificate/certificate-name';
import { orNull } from '../malformed';
import { spokenTime } from '../vietnam-time';
import { checkSignedData, type Problem } from './check-signed-data';
import { type SignedData, singleValue } from './read-signed-data';

/** What stands beside the signed attributes: nothing, a time stamp, or room nobody answers for. */
export interface UnsignedFinding {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

const readStamp = (token: Uint8Array, signature: Uint8Array): string | null => {
  const finding = checkSignedData(token, OID.tstInfo);
  const content = finding.data?.content;
  if (!finding.holds || finding.signer === null || content == null) return null;
  const { messageImprint, genTime } = readAs(TSTInfo, readDer(content));
  const digest = digestName(messageImprint.hashAlgorithm.algorithmId);
  if (digest === undefined) return null;
  const wanted = messageImprint.hashedMessage.valueBlock.valueHexView;
  if (!sameBytes(createHash(digest).update(signature).digest(), wanted)) return null;
  return `Có dấu thời gian lúc ${spokenTime(genTime.getTime())} do “${displayName(finding.signer.subject)}” cấp; chưa xác minh được đơn vị cấp dấu thời gian.`;
};

/** A signature of this program has no unsigned attributes; others may carry a time stamp (RFC 3161). */
export const checkUnsignedAttributes = (data: SignedData): UnsignedFinding => {
  const { unsignedAttributes, signature } = data.signer;
  if (unsignedAttributes.length === 0) return { problems: [], notes: [] };
  const stamp = orNull(() => {
    const value = singleValue(unsignedAttributes, OID.signatureTimeStamp);
    return value === null ? null : readStamp(rawOf(value), signature);
  });
  if (stamp !== null && unsignedAttributes.length === 1) return { problems: [], notes: [stamp] };
  return {
    problems: [
      {
        kind: 'unclear',
        sentence:
          'Trong chữ ký có phần không được bảo vệ mà chương trình không xác nhận được, chẳng hạn dấu thời gian không hợp lệ.',
      },
    ],
    notes: [],
  };
};
