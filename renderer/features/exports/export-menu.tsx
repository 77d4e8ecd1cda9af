import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from '@fluentui/react-components';
import {
  ArrowExportUp20Regular,
  DocumentMultiple20Regular,
  DocumentPdf20Regular,
  DocumentText20Regular,
  History20Regular,
} from '@fluentui/react-icons';
import { useWords } from '../../i18n';
import { type ExportFormat, exportProposal, useExports } from '../../state';

interface ExportMenuProps {
  className?: string;
  onRegister: () => void;
}

/** PDF, DOCX or both, and what has been written so far. */
export const ExportMenu = ({ className, onRegister }: ExportMenuProps) => {
  const t = useWords();
  const busy = useExports(({ running }) => running !== null);
  const write = (...formats: ExportFormat[]) => {
    void exportProposal(formats, t('export.saveFirst'));
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          {...(className === undefined ? {} : { className })}
          appearance="primary"
          disabledFocusable={busy}
          icon={
            busy ? <Spinner size="extra-tiny" appearance="inverted" /> : <ArrowExportUp20Regular />
          }
        >
          {t('workspace.export')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<DocumentPdf20Regular />} onClick={() => write('pdf')}>
            {t('export.pdf')}
          </MenuItem>
          <MenuItem icon={<DocumentText20Regular />} onClick={() => write('docx')}>
            {t('export.docx')}
          </MenuItem>
          <MenuItem icon={<DocumentMultiple20Regular />} onClick={() => write('pdf', 'docx')}>
            {t('export.both')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<History20Regular />} onClick={onRegister}>
            {t('export.register')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
