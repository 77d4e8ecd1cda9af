import { Button, Field, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular, LockOpen20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { type CourseEntry, type DossierStep, outcomes } from '../../../shared/model';
import { call } from '../../bridge';
import { useWords } from '../../i18n';
import { enterCourse, hashOf, notify, useDossier } from '../../state';
import { readClock, readDay } from '../../ui';
import { clockText, showDay, todayText } from './day-text';
import { EntryField } from './entry-field';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorPaletteRedForeground1 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'grid', gap: tokens.spacingVerticalS },
});

interface PanelProps {
  record: DossierRecord;
  onData: () => void;
  onProposals: () => void;
  onFreeze: () => void;
  onUnfreeze: () => void;
  onPaper: (paper: string) => void;
}

const WritePanel = ({ record, onData, onProposals }: PanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const isFrozen = record.freeze !== null;
  return (
    <>
      <Text>{t('dossier.writeText')}</Text>
      <ol className={styles.list} aria-label={t('dossier.proposals')}>
        {record.proposals.map(({ id, title, pages, pageLimit, errors, changed }) => (
          <li key={id}>
            <Link href={hashOf({ screen: 'proposal', id })}>{title || t('common.untitled')}</Link>
            <Text size={200} block className={errors > 0 ? styles.error : styles.quiet}>
              {pages !== null && t('dossier.pagesOf', { pages, limit: pageLimit })}
              {errors > 0 && ` · ${t('dossier.errors', { count: errors })}`}
              {changed && ` · ${t('dossier.changedSince')}`}
            </Text>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={isFrozen}
          onClick={() => !isFrozen && onData()}
        >
          {t('dossier.editData')}
        </Button>
        <Button disabledFocusable={isFrozen} onClick={() => !isFrozen && onProposals()}>
          {t('dossier.editProposals')}
        </Button>
      </div>
      {isFrozen && <Text className={styles.quiet}>{t('dossier.lockedText')}</Text>}
    </>
  );
};

const CheckPanel = ({ record, onPaper }: PanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const titles = new Map(record.proposals.map(({ id, title }) => [id, title]));
  const report = record.papers.find(({ kind }) => kind === 'check-report');
  return (
    <>
      <Text>
        {record.findings.length === 0
          ? t('dossier.checkClean')
          : t('dossier.checkCount', { count: record.findings.length })}
      </Text>
      <ul className={styles.list}>
        {record.findings.map((finding) => (
          <li key={`${finding.proposal}-${finding.code}-${finding.where}-${finding.message}`}>
            <Text
              weight="semibold"
              className={finding.severity === 'error' ? styles.error : styles.quiet}
            >
              {t(`dossier.severity_${finding.severity}`)}
              {record.proposals.length > 1 && finding.proposal !== null
                ? ` · ${titles.get(finding.proposal) ?? ''}`
                : ''}
            </Text>
            <Text block>
              {finding.where === '' ? '' : `${finding.where}: `}
              {finding.message}
            </Text>
            {finding.hint !== '' && (
              <Text block size={200} className={styles.quiet}>
                {finding.hint}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {report !== undefined && (
        <div className={styles.row}>
          <Button onClick={() => onPaper(report.id)}>{t('dossier.showReport')}</Button>
        </div>
      )}
    </>
  );
};

/** A day that is typed and a button that enters it. */
const DayEntry = ({
  label,
  action,
  children,
  onEnter,
}: {
  label: string;
  action: string;
  children?: ReactNode;
  onEnter: (day: string) => void;
}) => {
  const t = useWords();
  const styles = useStyles();
  const busy = useDossier((state) => state.busy !== null);
  const [text, setText] = useState(() => todayText(new Date()));
  const day = readDay(text);
  return (
    <div className={styles.form}>
      <EntryField
        label={label}
        name="day"
        initial={text}
        hint={t('dossier.dayHint')}
        error={day === null ? t('dossier.dayBad') : undefined}
        onChange={setText}
      />
      {children}
      <div>
        <Button
          appearance="primary"
          disabledFocusable={day === null || busy}
          onClick={() => day !== null && !busy && onEnter(day)}
        >
          {action}
        </Button>
      </div>
    </div>
  );
};

const useEnter = (record: DossierRecord) => {
  const t = useWords();
  return async (entry: CourseEntry): Promise<void> => {
    if (await enterCourse(record.lead, entry)) {
      notify({ intent: 'success', text: t('dossier.entered') });
    }
  };
};

const SignPanel = ({ record, onFreeze, onUnfreeze }: PanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const enter = useEnter(record);
  const [by, setBy] = useState(record.data.signer.name);
  const { freeze, course } = record;
  if (freeze === null) {
    return (
      <>
        <Text>{t('dossier.signStepDraft')}</Text>
        <div>
          <Button appearance="primary" icon={<LockClosed20Regular />} onClick={onFreeze}>
            {t('dossier.freeze')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Text>{t('dossier.frozenAs', { code: freeze.code, count: freeze.files.length })}</Text>
      <Text weight="semibold">{t('dossier.printGuide')}</Text>
      <ul className={styles.list}>
        <li>{t('dossier.printGuide1')}</li>
        <li>{t('dossier.printGuide2')}</li>
        <li>{t('dossier.printGuide3')}</li>
        {record.papers
          .filter(({ printable, enclosed }) => printable && enclosed)
          .map((paper) => (
            <li key={paper.id}>
              {t('dossier.printCount', {
                title: paper.title,
                count: paper.originals + paper.copies,
              })}
            </li>
          ))}
      </ul>
      {course.signed === null ? (
        <DayEntry
          label={t('dossier.signedOn')}
          action={t('dossier.enterSigned')}
          onEnter={(on) => void enter({ kind: 'signed', on, by: by.trim() })}
        >
          <EntryField label={t('dossier.signedBy')} name="signedBy" initial={by} onChange={setBy} />
        </DayEntry>
      ) : (
        <div className={styles.row}>
          <Text>
            {t('dossier.signedFact', {
              by: course.signed.by || t('dossier.noName'),
              day: showDay(course.signed.on),
            })}
          </Text>
          <Button size="small" onClick={() => void enter({ kind: 'signed', on: null, by: '' })}>
            {t('dossier.takeEntryBack')}
          </Button>
        </div>
      )}
      <div>
        <Button icon={<LockOpen20Regular />} onClick={onUnfreeze}>
          {t('dossier.unfreezeDots')}
        </Button>
      </div>
    </>
  );
};

const SealPanel = ({ record }: PanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const enter = useEnter(record);
  const { course, data } = record;
  return (
    <>
      {data.organisation.individual && <Text>{t('dossier.sealIndividual')}</Text>}
      <Text weight="semibold">{t('dossier.sealGuide')}</Text>
      <ul className={styles.list}>
        <li>{t('dossier.sealGuide1')}</li>
        <li>{t('dossier.sealGuide2')}</li>
        <li>{t('dossier.sealGuide3')}</li>
        <li>{t('dossier.sealGuide4')}</li>
      </ul>
      <Text className={styles.quiet}>{t('dossier.sealPicture')}</Text>
      {record.freeze === null ? (
        <Text>{t('dossier.freezeFirst')}</Text>
      ) : course.sealed === null ? (
        <DayEntry
          label={t('dossier.sealedOn')}
          action={t('dossier.enterSealed')}
          onEnter={(on) => void enter({ kind: 'sealed', on })}
        />
      ) : (
        <div className={styles.row}>
          <Text>{t('dossier.sealedFact', { day: showDay(course.sealed.on) })}</Text>
          <Button size="small" onClick={() => void enter({ kind: 'sealed', on: null })}>
            {t('dossier.takeEntryBack')}
          </Button>
        </div>
      )}
    </>
  );
};

const ReceiptEntry = ({ record }: { record: DossierRecord }) => {
  const t = useWords();
  const styles = useStyles();
  const enter = useEnter(record);
  const { receipt } = record.course;
  const [time, setTime] = useState(() => receipt?.time ?? clockText(new Date()));
  const [receiver, setReceiver] = useState(receipt?.receiver ?? '');
  const [number, setNumber] = useState(receipt?.number ?? '');
  const [photo, setPhoto] = useState(receipt?.photo ?? null);
  const addPhoto = async (): Promise<void> => {
    const answer = await call('attachments.add', { id: record.lead, job: 'receipt-photo' });
    if (answer.ok) setPhoto(answer.value.id);
    else if (answer.error.code !== 'cancelled') useDossier.setState({ refusal: answer.error });
  };
  return (
    <>
      <Text weight="semibold">{t('dossier.receipt')}</Text>
      {receipt !== null && (
        <Text data-receipt>
          {t('dossier.receiptFact', {
            number: receipt.number || '—',
            day: showDay(receipt.on),
            time: receipt.time,
            receiver: receipt.receiver,
          })}
        </Text>
      )}
      <DayEntry
        label={t('dossier.receivedOn')}
        action={t('dossier.enterReceipt')}
        onEnter={(on) =>
          void enter({
            kind: 'receipt',
            receipt: {
              on,
              time: readClock(time) ?? time.trim(),
              receiver: receiver.trim(),
              number: number.trim(),
              note: '',
              photo,
            },
          })
        }
      >
        <EntryField label={t('dossier.receivedAt')} name="time" initial={time} onChange={setTime} />
        <EntryField
          label={t('dossier.receiver')}
          name="receiver"
          initial={receiver}
          onChange={setReceiver}
        />
        <EntryField
          label={t('dossier.receiptNumber')}
          name="receiptNumber"
          initial={number}
          onChange={setNumber}
        />
        <div className={styles.row}>
          <Button onClick={() => void addPhoto()}>{t('dossier.addPhoto')}</Button>
          {photo !== null && <Text className={styles.quiet}>{t('dossier.photoAdded')}</Text>}
        </div>
      </DayEntry>
    </>
  );
};

const DeliverPanel = ({ record, onPaper }: PanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const enter = useEnter(record);
  const [medium, setMedium] = useState<'paper' | 'electronic'>('paper');
  const [method, setMethod] = useState('');
  const { recipient } = record.data;
  const handing = record.papers.filter(({ kind }) =>
    ['delivery-note', 'receipt', 'envelope-label'].includes(kind),
  );
  return (
    <>
      <Text>
        {t('dossier.deliverTo', {
          name: recipient.name || t('dossier.unknown'),
          address: recipient.address || t('dossier.unknown'),
        })}
      </Text>
      <div className={styles.row}>
        {handing.map((paper) => (
          <Button key={paper.id} onClick={() => onPaper(paper.id)}>
            {paper.title}
          </Button>
        ))}
      </div>
      {record.course.deliveries.length > 0 && (
        <ul className={styles.list} data-deliveries>
          {record.course.deliveries.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: deliveries are only ever added.
            <li key={index}>
              {t(`dossier.medium_${one.medium}`)} · {showDay(one.on)}
              {one.method === '' ? '' : ` · ${one.method}`}
              {one.code === '' ? '' : ` · ${one.code}`}
            </li>
          ))}
        </ul>
      )}
      <DayEntry
        label={t('dossier.deliveredOn')}
        action={t('dossier.enterDelivery')}
        onEnter={(on) =>
          void enter({
            kind: 'delivery',
            delivery: { medium, on, method: method.trim(), note: '' },
          })
        }
      >
        <Field label={t('dossier.medium')}>
          <Select
            data-field="medium"
            defaultValue={medium}
            onChange={(_, data) => setMedium(data.value === 'electronic' ? 'electronic' : 'paper')}
          >
            <option value="paper">{t('dossier.medium_paper')}</option>
            <option value="electronic">{t('dossier.medium_electronic')}</option>
          </Select>
        </Field>
        <EntryField
          label={t('dossier.method')}
          name="method"
          initial=""
          hint={t('dossier.methodHint')}
          onChange={setMethod}
        />
      </DayEntry>
      <ReceiptEntry record={record} />
    </>
  );
};

const FollowPanel = ({ record }: PanelProps) => {
  const t = useWords();
  const styles = useStyles();
  const enter = useEnter(record);
  const [status, setStatus] = useState<(typeof outcomes)[number]>('waiting');
  const [note, setNote] = useState('');
  return (
    <>
      <Text>{t('dossier.followText')}</Text>
      <ul className={styles.list} data-outcomes>
        {record.course.outcomes.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: outcomes are only ever added.
          <li key={index}>
            {t(`dossier.outcome_${one.status}`)} · {showDay(one.on)}
            {one.note === '' ? '' : ` · ${one.note}`}
          </li>
        ))}
      </ul>
      <DayEntry
        label={t('dossier.outcomeOn')}
        action={t('dossier.enterOutcome')}
        onEnter={(on) =>
          void enter({ kind: 'outcome', outcome: { status, on, note: note.trim() } })
        }
      >
        <Field label={t('dossier.outcome')}>
          <Select
            data-field="outcome"
            defaultValue={status}
            onChange={(_, data) =>
              setStatus(outcomes.find((one) => one === data.value) ?? 'waiting')
            }
          >
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {t(`dossier.outcome_${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <EntryField label={t('dossier.note')} name="note" rows={3} initial="" onChange={setNote} />
      </DayEntry>
      <div>
        <Button as="a" href={hashOf({ screen: 'board' })}>
          {t('dossier.toBoard')}
        </Button>
      </div>
    </>
  );
};

const PANELS: Readonly<Record<DossierStep, (props: PanelProps) => ReactNode>> = {
  write: WritePanel,
  check: CheckPanel,
  sign: SignPanel,
  seal: SealPanel,
  deliver: DeliverPanel,
  follow: FollowPanel,
};

/** What is to be done in one step. */
export const StepPanel = ({ step, ...props }: PanelProps & { step: DossierStep }) => {
  const t = useWords();
  const styles = useStyles();
  const Panel = PANELS[step];
  return (
    <section className={styles.root} aria-label={t(`dossier.step_${step}`)} data-panel={step}>
      <Text as="h2" size={500} weight="semibold">
        {t(`dossier.step_${step}`)}
      </Text>
      <Panel key={step} {...props} />
    </section>
  );
};
