import { Button, Field, Link, Select, Text } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type DossierStep, outcomes } from '../../../shared/model';
import { useWords } from '../../i18n';
import { hashOf } from '../../state';
import { DayEntry, useEnter } from './day-entry';
import { showDay } from './day-text';
import { DeliverPanel } from './deliver-panel';
import { EntryField } from './entry-field';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';
import { SealPanel, SignPanel } from './sign-and-seal-panels';

const WritePanel = ({ record, onData, onProposals }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
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
  const styles = usePanelStyles();
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

const FollowPanel = ({ record }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
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
  const styles = usePanelStyles();
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
