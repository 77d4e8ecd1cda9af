import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Certificate20Regular } from '@fluentui/react-icons';
import type { DossierPaper } from '../../../shared/ipc';
import type { PaperFormat } from '../../../shared/model';
import { useWords } from '../../i18n';
import { signTime } from './day-text';

const useStyles = makeStyles({
  list: {
    flexBasis: '100%',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  words: { flex: '1 1 200px', minWidth: 0 },
});

interface SignedFilesProps {
  paper: DossierPaper;
  isBusy: boolean;
  onWrite: (format: PaperFormat) => void;
}

/** The digital signatures of a paper: who, when, where it was signed; the last file of each format. */
export const SignedFiles = ({ paper, isBusy, onWrite }: SignedFilesProps) => {
  const t = useWords();
  const styles = useStyles();
  if (paper.signed.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('dossier.digitallySigned')} data-signed>
      {paper.signed.map(({ fileName, format, signer, signedAt, origin }) => {
        const last = paper.signed.findLast((one) => one.format === format);
        return (
          <li key={fileName} className={styles.item}>
            <Certificate20Regular aria-hidden="true" />
            <Text size={200} className={styles.words}>
              {t(`dossier.signedBy_${origin}`, {
                format: format.toUpperCase(),
                signer,
                time: signTime(signedAt) || t('dossier.unknown'),
              })}
            </Text>
            {last?.fileName === fileName && (
              <Button size="small" disabledFocusable={isBusy} onClick={() => onWrite(format)}>
                {t('dossier.writeSigned', { format: format.toUpperCase() })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
