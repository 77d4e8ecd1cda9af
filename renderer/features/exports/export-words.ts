import type { ExportRecord } from '../../../shared/ipc';
import type { Words } from '../../i18n';
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
