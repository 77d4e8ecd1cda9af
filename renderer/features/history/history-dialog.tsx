import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Select,
  Spinner,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { History20Regular, History24Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useId, useState } from 'react';
import type { IpcFailure, RevisionRecord } from '../../../shared/ipc';
import type { Template } from '../../../shared/model';
import { relativeTime, useWords } from '../../i18n';
import { listVersions, notify, restoreVersion, useOpenProposal } from '../../state';
import { Delayed, EmptyState, FailureBar } from '../../ui';
import { countChanges } from './compare-versions';
import { Comparison } from './comparison';
import { MilestoneField } from './milestone-field';
import { RestoreDialog } from './restore-dialog';
import { type Side, useComparison } from './use-comparison';
import { VersionList } from './version-list';
import { isNamed, versionLine } from './version-name';

const useStyles = makeStyles({
  surface: {
    width: 'min(1320px, calc(100vw - 48px))',
    maxWidth: 'none',
    height: 'calc(100vh - 48px)',
  },
  body: { height: '100%', maxHeight: '100%' },
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 300px) 1fr',
    gap: tokens.spacingHorizontalL,
    minHeight: 0,
    overflow: 'hidden',
  },
  left: { display: 'flex', flexDirection: 'column', minHeight: 0, gap: tokens.spacingVerticalS },
  // The switch brings a margin of its own; without it the column has one left edge.
  onlyNamed: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    paddingInlineEnd: tokens.spacingHorizontalXS,
  },
  right: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  pick: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  select: { maxWidth: '360px', minWidth: '200px' },
  heads: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  parts: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  grow: { flex: 1 },
});

interface HistoryDialogProps {
  proposalId: string;
  template: Template;
  onClose: () => void;
}

/** Versions by time on the left; on the right the chosen one beside another, word by word. */
export const HistoryDialog = ({ proposalId, template, onClose }: HistoryDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const readOnly = useOpenProposal((state) => state.readOnly);
  const [versions, setVersions] = useState<readonly RevisionRecord[] | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [before, setBefore] = useState<number | null>(null);
  const [after, setAfter] = useState<Side>('present');
  const [onlyNamed, setOnlyNamed] = useState(false);
  const [onlyChanges, setOnlyChanges] = useState(true);
  const [restoring, setRestoring] = useState<RevisionRecord | null>(null);
  const otherId = useId();
  const now = new Date();
  const comparison = useComparison(proposalId, before, after, template.sections);

  const load = useCallback(async (): Promise<void> => {
    const answer = await listVersions(proposalId);
    if (!answer.ok) return setFailure(answer.error);
    setFailure(null);
    setVersions(answer.value);
    setBefore((chosen) => chosen ?? answer.value.find(({ kept }) => kept)?.number ?? null);
  }, [proposalId]);
  useEffect(() => void load(), [load]);

  const restore = async ({ number }: RevisionRecord): Promise<void> => {
    setRestoring(null);
    const answer = await restoreVersion(proposalId, number);
    if (!answer.ok) return setFailure(answer.error);
    notify({ intent: 'success', text: t('history.restored', { number }) });
    onClose();
  };

  const all = versions ?? [];
  const shown = onlyNamed ? all.filter(isNamed) : all;
  const chosen = all.find(({ number }) => number === before);
  const other = all.find(({ number }) => number === after);
  const nameOf = (version: RevisionRecord | undefined): string =>
    version === undefined ? t('history.present') : versionLine(version, now, t);

  const result = () => {
    switch (comparison.phase) {
      case 'nothing':
        return <Text className={styles.quiet}>{t('history.pick')}</Text>;
      case 'reading':
        return (
          <Delayed>
            <Spinner size="small" />
          </Delayed>
        );
      case 'failed':
        return <FailureBar title={t('history.readFailed')} failure={comparison.failure} />;
      case 'ready': {
        const isSame = comparison.parts.every(({ unchanged }) => unchanged);
        return (
          <>
            {isSame && <Text>{t('history.same')}</Text>}
            <Comparison parts={comparison.parts} onlyChanges={onlyChanges} />
          </>
        );
      }
    }
  };

  return (
    <>
      <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
        <DialogSurface className={styles.surface}>
          <DialogBody className={styles.body}>
            <DialogTitle>{t('history.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <div className={styles.left}>
                {!readOnly && <MilestoneField proposalId={proposalId} onMarked={load} />}
                <Switch
                  className={styles.onlyNamed}
                  label={t('history.onlyNamed')}
                  checked={onlyNamed}
                  onChange={(_, data) => setOnlyNamed(data.checked)}
                />
                <div className={styles.scroll}>
                  {versions === null && failure === null && (
                    <Delayed>
                      <Spinner size="small" label={t('history.loading')} />
                    </Delayed>
                  )}
                  {versions !== null && shown.length === 0 && onlyNamed && (
                    <Text className={styles.quiet}>{t('history.noNamed')}</Text>
                  )}
                  <VersionList versions={shown} chosen={before} now={now} onChoose={setBefore} />
                </div>
              </div>
              <div className={styles.right}>
                {failure !== null && <FailureBar failure={failure} />}
                {versions?.length === 0 ? (
                  <EmptyState
                    icon={<History24Regular />}
                    title={t('history.empty')}
                    text={t('history.emptyText')}
                  />
                ) : (
                  <>
                    <div className={styles.bar}>
                      <label className={styles.pick} htmlFor={otherId}>
                        {t('history.compareWith')}
                        <Select
                          id={otherId}
                          className={styles.select}
                          value={String(after)}
                          onChange={(_, { value }) =>
                            setAfter(value === 'present' ? 'present' : Number(value))
                          }
                        >
                          <option value="present">{t('history.present')}</option>
                          {all
                            .filter(({ kept }) => kept)
                            .map((version) => (
                              <option key={version.number} value={version.number}>
                                {versionLine(version, now, t)}
                              </option>
                            ))}
                        </Select>
                      </label>
                      <Switch
                        label={t('history.onlyChanges')}
                        checked={onlyChanges}
                        onChange={(_, data) => setOnlyChanges(data.checked)}
                      />
                      <span className={styles.grow} />
                      {comparison.phase === 'ready' && (
                        <Text className={styles.quiet} role="status">
                          {t('history.counts', { ...countChanges(comparison.parts) })}
                        </Text>
                      )}
                    </div>
                    {chosen !== undefined && (
                      <div className={styles.heads}>
                        <span>{t('history.before', { name: nameOf(chosen) })}</span>
                        <span>{t('history.after', { name: nameOf(other) })}</span>
                      </div>
                    )}
                    {/* Read with the arrow keys, like any text that is longer than its frame. */}
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls needs the focus */}
                    <section className={styles.scroll} tabIndex={0} aria-label={t('history.title')}>
                      <div className={styles.parts}>{result()}</div>
                    </section>
                  </>
                )}
              </div>
            </DialogContent>
            <DialogActions>
              {chosen?.kept === true && !readOnly && (
                <Button icon={<History20Regular />} onClick={() => setRestoring(chosen)}>
                  {t('history.restore')}
                </Button>
              )}
              <Button appearance="primary" onClick={onClose}>
                {t('common.close')}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
      {restoring !== null && (
        <RestoreDialog
          number={restoring.number}
          time={relativeTime(restoring.at, now, t)}
          onClose={() => setRestoring(null)}
          onRestore={() => void restore(restoring)}
        />
      )}
    </>
  );
};
