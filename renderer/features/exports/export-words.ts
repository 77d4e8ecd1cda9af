import type { ExportRecord } from '../../../shared/ipc';
import { decimal, type Words } from '../../i18n';
import type { ExportFormat } from '../../state';

/** 'PDF', 'DOCX', 'Bản in'. */
export const formatName = (format: ExportFormat | ExportRecord['format'], t: Words): string => {
  switch (format) {
    case 'pdf':
      return t('export.formatPdf');
    case 'docx':
      return t('export.formatDocx');
    case 'print':
      return t('export.formatPrint');
  }
};

/** '184 KB', '1,25 MB': as the file manager of Windows counts, 1024 to the step. */
export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${decimal(bytes / (1024 * 1024), 2)} MB`;
