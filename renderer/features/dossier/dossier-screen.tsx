import {
  Badge,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  Text,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  BookDatabase20Regular,
  FolderArrowUp20Regular,
  ShieldCheckmark20Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { DossierRecord, Verification } from '../../../shared/ipc';
import type { DossierStep } from '../../../shared/model';
import { relativeTime, useWords } from '../../i18n';
import {
  askDossier,
  dismissRefusal,
  forgetDossier,
  hashOf,
  openDossier,
  readPictures,
  useDossier,
} from '../../state';
import { Delayed, FailureBar } from '../../ui';
import { CountsDialog } from './counts-dialog';
import { DataDialog } from './data-dialog';
import { ExportDialog } from './export-dialog';
import { FreezeDialog, UnfreezeDialog } from './freeze-dialogs';
import { isChanged } from './next-thing';
import { PaperList } from './paper-list';
import { PaperView } from './paper-view';
import { PicturesDialog } from './pictures-dialog';
import { ProposalsDialog } from './proposals-dialog';
import { RegisterView } from './register-view';
import { SignDialog } from './sign-dialog';
import { StepBar } from './step-bar';
import { StepPanel } from './step-panel';
import { VerifyDialog } from './verify-dialog';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', outlineStyle: 'none' },
  waiting: { height: '100%', display: 'grid', placeItems: 'center' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  titles: { flex: '1 1 260px', minWidth: 0, display: 'grid' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  call: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  body: {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 340px) minmax(240px, 300px) minmax(0, 1fr)',
    // Not as high as the tallest column: each scrolls by itself.
    gridTemplateRows: 'minmax(0, 1fr)',
    // In a narrow window (or a much enlarged one) the parts lie below each other.
    '@media (max-width: 1040px)': { display: 'block', overflowY: 'auto' },
  },
  column: {
    // Boxes of one pixel, which only screen readers see, must scroll with their column.
    position: 'relative',
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  papers: {
    position: 'relative',
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: { borderRadius: 0, borderInlineStyle: 'none' },
});

type Open =
  | 'freeze'
  | 'unfreeze'
  | 'data'
  | 'proposals'
  | 'counts'
  | 'register'
  | 'sign'
  | 'export'
  | 'pictures'
  | { readonly report: Verification }
  | null;

const Dossier = ({ record, id }: { record: DossierRecord; id: string }) => {
  const t = useWords();
  const styles = useStyles();
  const { refusal, pictures } = useDossier();
  const hasPictures = pictures !== null && (pictures.signature !== null || pictures.seal !== null);
  const { lead, data } = record;
  useEffect(() => {
    // The pictures are those of who signs.
    if (data !== null) void readPictures(lead);
  }, [lead, data]);
  const [step, setStep] = useState<DossierStep>(record.step);
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const show = (next: Open): void => {
    dismissRefusal();
    setOpen(next);
  };
  const close = (): void => show(null);
  const { freeze, papers } = record;
  const printable = papers.filter((paper) => paper.printable);
  const paper = printable.find((one) => one.id === chosen) ?? printable[0];
  const changed = isChanged(record);
  const verify = async (): Promise<void> => {
    const answer = await askDossier('sign.verify', undefined);
    if (answer.ok) show({ report: answer.value });
  };
  const [first] = record.proposals;
  const name = first?.title || t('common.untitled');
  const more = record.proposals.length - 1;
  const title =
    more === 0
      ? t('dossier.titleOne', { title: name })
      : t('dossier.titleMany', { title: name, more });
  return (
    <main id="main" data-pane="main" className={styles.root} tabIndex={-1}>
      <header className={styles.head}>
        <Tooltip content={t('dossier.backToText')} relationship="label">
          <Button
            as="a"
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            href={hashOf({ screen: 'proposal', id })}
          />
        </Tooltip>
        <div className={styles.titles}>
          <Text as="h1" size={400} weight="semibold" className={styles.title} title={title}>
            {title}
          </Text>
          <Text size={200} className={styles.call} title={record.call.title}>
            {record.call.title}
          </Text>
        </div>
        {freeze === null ? (
          <Badge appearance="tint" color="warning" size="large" data-frozen="false">
            {t('dossier.draft')}
          </Badge>
        ) : (
          <Badge appearance="tint" color="success" size="large" data-frozen={freeze.code}>
            {t('dossier.frozen', { code: freeze.code })}
          </Badge>
        )}
        <Button
          appearance="subtle"
          icon={<FolderArrowUp20Regular />}
          onClick={() => show('export')}
        >
          {t('dossier.writeAll')}
        </Button>
        <Button
          appearance="subtle"
          icon={<BookDatabase20Regular />}
          onClick={() => show('register')}
        >
          {t('dossier.register')}
        </Button>
        <Button
          appearance="subtle"
          icon={<ShieldCheckmark20Regular />}
          onClick={() => void verify()}
        >
          {t('dossier.verify')}
        </Button>
      </header>
      {refusal !== null && open === null && <FailureBar flush failure={refusal} />}
      {freeze !== null && changed && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar} data-changed>
          <MessageBarBody>
            <MessageBarTitle>{t('dossier.changedTitle')}</MessageBarTitle>
            {t('dossier.changedText', {
              code: freeze.code,
              time: relativeTime(freeze.at, new Date(), t),
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => show('unfreeze')}>{t('dossier.unfreezeDots')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <StepBar done={record.done} due={record.step} shown={step} onShow={setStep} />
      <div className={styles.body}>
        <div className={styles.column}>
          <StepPanel
            step={step}
            record={record}
            onData={() => show('data')}
            onProposals={() => show('proposals')}
            onCounts={() => show('counts')}
            onStep={setStep}
            onFreeze={() => show('freeze')}
            onUnfreeze={() => show('unfreeze')}
            onPictures={() => show('pictures')}
            onPaper={setChosen}
          />
        </div>
        <div className={styles.papers}>
          <PaperList record={record} chosen={paper?.id ?? null} onChoose={setChosen} />
        </div>
        {paper !== undefined && (
          <PaperView
            key={paper.id}
            record={record}
            paper={paper}
            hasPictures={hasPictures}
            onSign={() => show('sign')}
          />
        )}
      </div>
      {open === 'freeze' && <FreezeDialog record={record} onClose={close} />}
      {open === 'unfreeze' && <UnfreezeDialog record={record} onClose={close} />}
      {open === 'data' && <DataDialog record={record} onClose={close} />}
      {open === 'proposals' && <ProposalsDialog record={record} onClose={close} />}
      {open === 'counts' && <CountsDialog record={record} onClose={close} />}
      {open === 'export' && (
        <ExportDialog record={record} hasPictures={hasPictures} onClose={close} />
      )}
      {open === 'pictures' && <PicturesDialog record={record} onClose={close} />}
      {open === 'register' && <RegisterView id={record.lead} onClose={close} />}
      {open === 'sign' && paper !== undefined && (
        <SignDialog record={record} paper={paper} onClose={close} />
      )}
      {open !== null && typeof open === 'object' && (
        <VerifyDialog
          report={open.report}
          onReport={(report) => setOpen({ report })}
          onClose={close}
        />
      )}
    </main>
  );
};

/** The dossier of a proposal: six steps, its papers, and each paper as it will be printed. */
export const DossierScreen = ({ id }: { id: string }) => {
  const t = useWords();
  const styles = useStyles();
  const { record, failure } = useDossier();
  useEffect(() => {
    void openDossier(id);
    return forgetDossier;
  }, [id]);
  if (record !== null) return <Dossier record={record} id={id} />;
  return (
    <main id="main" data-pane="main" className={styles.waiting} tabIndex={-1}>
      {failure === null ? (
        <Delayed>
          <Spinner label={t('dossier.opening')} />
        </Delayed>
      ) : (
        <FailureBar failure={failure}>
          <Button onClick={() => void openDossier(id)}>{t('common.retry')}</Button>
        </FailureBar>
      )}
    </main>
  );
};
