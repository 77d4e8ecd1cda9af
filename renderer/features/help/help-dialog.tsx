import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useWords } from '../../i18n';
import { type Shortcut, shortcuts, shortcutText } from '../../ui';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  row: { '&:not(:last-child) > *': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  name: {
    padding: `${tokens.spacingVerticalS} 0`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
  },
  keys: { padding: `${tokens.spacingVerticalS} 0`, textAlign: 'right' },
  keyRow: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  key: {
    padding: `1px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
});

const ROWS = [
  ['save', [shortcuts.save]],
  ['check', [shortcuts.check]],
  ['print', [shortcuts.print]],
  ['palette', [shortcuts.palette]],
  ['section', [shortcuts.previousSection, shortcuts.nextSection]],
  ['panes', [shortcuts.nextPane, shortcuts.previousPane]],
  ['bold', [shortcuts.bold, shortcuts.italic, shortcuts.underline]],
  ['undo', [shortcuts.undo, shortcuts.redo]],
  ['help', [shortcuts.help]],
] as const satisfies readonly (readonly [string, readonly Shortcut[]])[];

/** All keys on one page; F1 anywhere. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('help.title')}</DialogTitle>
          <DialogContent>
            <table className={styles.table}>
              <tbody>
                {ROWS.map(([name, keys]) => (
                  <tr key={name} className={styles.row}>
                    <th scope="row" className={styles.name}>
                      {t(`help.${name}`)}
                    </th>
                    <td className={styles.keys}>
                      <span className={styles.keyRow}>
                        {keys.map((key) => (
                          <kbd key={shortcutText(key)} className={styles.key}>
                            {shortcutText(key)}
                          </kbd>
                        ))}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
