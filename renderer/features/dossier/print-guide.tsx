import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import type { DossierPaper, DossierRecord } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { useDossier } from '../../state';
import { usePanelStyles } from './panel-styles';
import { printPaper } from './print-paper';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid' },
});

interface PrintGuideProps {
  record: DossierRecord;
  papers: readonly DossierPaper[];
}

/** How each paper is printed: sheet, sides, how many; with the button that prints it. */
export const PrintGuide = ({ record, papers }: PrintGuideProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const own = useStyles();
  const isBusy = useDossier((state) => state.busy !== null);
  const sheetOf = ({ kind, pages, originals, copies }: DossierPaper): string =>
    [
      t('dossier.printCopies', { count: originals + copies }),
      ...(pages === null ? [] : [t('dossier.pages', { count: pages })]),
      kind === 'summary-table' ? t('dossier.printLandscape') : t('dossier.printPortrait'),
    ].join(' · ');
  return (
    <div className={styles.form}>
      <ul className={styles.list}>
        <li>{t('dossier.printGuide1')}</li>
        <li>{t('dossier.printGuide2')}</li>
        <li>{t('dossier.printGuide3')}</li>
      </ul>
      <ul className={styles.rows} aria-label={t('dossier.printGuide')}>
        {papers.map((paper) => (
          <li key={paper.id} className={own.item} data-print={paper.id}>
            <span className={own.words}>
              <Text>{paper.title}</Text>
              <Text size={200} className={styles.quiet}>
                {sheetOf(paper)}
              </Text>
            </span>
            <Tooltip content={t('dossier.printOne', { title: paper.title })} relationship="label">
              <Button
                icon={<Print20Regular />}
                disabledFocusable={isBusy}
                onClick={() => void printPaper(record.lead, paper, t)}
              />
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  );
};
