import { Button, Checkbox, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import {
  Certificate20Regular,
  DocumentPdf20Regular,
  DocumentText20Regular,
  Print20Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { DossierPaper, DossierRecord, IpcFailure, PaperPages } from '../../../shared/ipc';
import type { PaperFormat } from '../../../shared/model';
import { call } from '../../bridge';
import { useWords } from '../../i18n';
import { startPaperFace } from '../../preview';
import { askDossier, notify, useDossier } from '../../state';
import { Delayed, FailureBar } from '../../ui';
import { PaperSheet } from './paper-sheet';
import { PictureWarning } from './picture-warning';
import { printPaper } from './print-paper';
import { SignedFiles } from './signed-files';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0, minHeight: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { flex: '1 1 160px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  /** Under title and buttons, as wide as both. */
  note: { flexBasis: '100%', color: tokens.colorNeutralForeground3 },
  warning: { flexBasis: '100%' },
  mismatch: { flexBasis: '100%', color: tokens.colorPaletteRedForeground1 },
  sheets: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    position: 'relative',
    padding: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    // Each sheet as high as it is: they hide what reaches over their edge, so rows could be squeezed.
    gridAutoRows: 'max-content',
    justifyItems: 'center',
  },
  waiting: { display: 'grid', placeItems: 'center', padding: tokens.spacingVerticalXXL },
});

interface PaperViewProps {
  record: DossierRecord;
  paper: DossierPaper;
  /** Pictures of a signature or seal are kept. */
  hasPictures: boolean;
  onSign: () => void;
}

/** One paper as it will be printed, with what can be done with it. */
export const PaperView = ({ record, paper, hasPictures, onSign }: PaperViewProps) => {
  const t = useWords();
  const styles = useStyles();
  const busy = useDossier((state) => state.busy);
  // Chosen for each paper anew: a picture never goes along unseen.
  const [wantsPictures, setWantsPictures] = useState(false);
  const pictures = wantsPictures && hasPictures;
  const [shown, setShown] = useState<{ pages: PaperPages | null; failure: IpcFailure | null }>({
    pages: null,
    failure: null,
  });
  const { lead } = record;
  useEffect(() => {
    startPaperFace();
    let isCurrent = true;
    void call('dossier.pages', { id: lead, paper: paper.id, pictures }).then((answer) => {
      if (!isCurrent) return;
      setShown(
        answer.ok ? { pages: answer.value, failure: null } : { pages: null, failure: answer.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [lead, paper, pictures]);

  const write = async (format: PaperFormat, signed = false): Promise<void> => {
    const answer = await askDossier('dossier.export', {
      id: lead,
      paper: paper.id,
      format,
      signed,
      pictures,
    });
    if (answer.ok) {
      notify({ intent: 'success', text: t('dossier.written', { file: answer.value.fileName }) });
    }
  };
  const isBusy = busy !== null;
  return (
    <section className={styles.root} aria-label={paper.title} data-view={paper.id}>
      <div className={styles.bar}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {paper.title}
        </Text>
        <div className={styles.buttons}>
          <Button
            appearance="subtle"
            icon={<Print20Regular />}
            disabledFocusable={isBusy}
            onClick={() => void printPaper(lead, paper, t, pictures)}
          >
            {t('workspace.print')}
          </Button>
          <Button
            appearance="subtle"
            icon={<DocumentPdf20Regular />}
            disabledFocusable={isBusy}
            onClick={() => void write('pdf')}
          >
            PDF
          </Button>
          <Button
            appearance="subtle"
            icon={<DocumentText20Regular />}
            disabledFocusable={isBusy}
            onClick={() => void write('docx')}
          >
            DOCX
          </Button>
          {record.freeze !== null && paper.enclosed && (
            <Button appearance="subtle" icon={<Certificate20Regular />} onClick={onSign}>
              {t('dossier.signDigitally')}
            </Button>
          )}
        </div>
        {paper.note !== '' && (
          <Text size={200} className={styles.note}>
            {paper.note}
          </Text>
        )}
        {!paper.fits && (
          <Text size={200} weight="semibold" className={styles.mismatch} data-view-mismatch>
            {t('dossier.paperMismatch', { code: record.freeze?.code ?? '' })}
          </Text>
        )}
        {hasPictures && paper.enclosed && (
          <Checkbox
            label={t('dossier.withPictures')}
            checked={wantsPictures}
            onChange={(_, { checked }) => setWantsPictures(checked === true)}
          />
        )}
        {pictures && (
          <div className={styles.warning}>
            <PictureWarning />
          </div>
        )}
        <SignedFiles paper={paper} isBusy={isBusy} onWrite={(format) => void write(format, true)} />
      </div>
      <section
        className={styles.sheets}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: sheets are scrolled by the arrow keys
        tabIndex={0}
        aria-label={t('dossier.sheets')}
      >
        {shown.failure !== null && <FailureBar failure={shown.failure} />}
        {shown.pages === null && shown.failure === null && (
          <div className={styles.waiting}>
            <Delayed>
              <Spinner label={t('dossier.drawing')} />
            </Delayed>
          </div>
        )}
        {shown.pages?.pageList.pages.map((page) => (
          <PaperSheet key={page.number} page={page} furniture={shown.pages?.furniture ?? {}} />
        ))}
      </section>
    </section>
  );
};
