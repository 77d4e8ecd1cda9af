import { strToU8 } from 'fflate';
import type { EmailDraft } from '../../shared/templates';
import { steadyZip } from './docx/steady-zip';
import { letterName } from './paper-name';

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Windows editors know the text by its mark and its line ends. */
export const letterBytes = ({ to, subject, body }: EmailDraft): Uint8Array => {
  const address = to === '' ? '(chưa có địa chỉ)' : to;
  const text = [`Nơi nhận: ${address}`, `Tiêu đề: ${subject}`, '', body, ''].join('\n');
  return strToU8(BYTE_ORDER_MARK + text.replaceAll('\n', '\r\n'));
};

/**
 * The files of a message and its words in one archive; nothing is sent. Names must differ. The same
 * files and words give the same bytes.
 */
export const emailPackage = (draft: EmailDraft, files: readonly PackedFile[]): Uint8Array => {
  const packed: Record<string, Uint8Array> = { [letterName]: letterBytes(draft) };
  for (const { name, bytes } of files) {
    if (Object.hasOwn(packed, name)) throw new Error(`two files named ${name}`);
    packed[name] = bytes;
  }
  return steadyZip(packed);
};
