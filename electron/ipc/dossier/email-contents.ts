import type { DossierEmail } from '../../../shared/ipc';
import { emailOf } from '../../../shared/templates';
import { type PackedFile, paperName } from '../../export';
import { safeFileName } from '../../files';
import type { PaperContent } from './dossier-contents';
import type { DossierState } from './dossier-state';

/** The newest signed PDF stands for the paper; the Word file is the one that can be edited. */
const newestSigned = (
  contents: readonly PaperContent[],
  { plan, format }: PaperContent,
): PaperContent | undefined =>
  format === 'pdf'
    ? contents.findLast(
        (one) => one.kind === 'signed' && one.format === 'pdf' && one.plan.id === plan.id,
      )
    : undefined;

/** What goes by e-mail of the enclosed papers, under names of plain letters. */
export const emailFiles = (
  { frozen }: Pick<DossierState, 'frozen'>,
  contents: readonly PaperContent[],
): PackedFile[] =>
  contents
    .filter(({ kind, plan }) => kind === 'paper' && plan.enclosed)
    .map((content) => {
      const signed = newestSigned(contents, content);
      const mark = frozen === null ? 'ban-nhap-' : '';
      const end = signed === undefined ? '' : '-da-ky';
      const name = `${mark}${paperName(content.plan, content.at)}${end}`;
      return { name: safeFileName(name, content.format), bytes: (signed ?? content).bytes };
    });

/** The words of the message that takes these files along. */
export const emailDraft = (
  { call, part, members }: DossierState,
  packed: readonly PackedFile[],
): DossierEmail => {
  const files = packed.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const proposals = members.map(({ dossierProposal }) => dossierProposal);
  return { ...emailOf({ call, dossier: part.data, proposals, files }), files };
};
