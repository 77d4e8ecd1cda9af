import {
  Badge,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { IpcFailure, PackChange, PackPreview } from '../../../shared/ipc';
import { packLists } from '../../../shared/model';
import { call } from '../../bridge';
import { dateWords, useWords } from '../../i18n';
import { notify } from '../../state';
import { FailureBar } from '../../ui';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const COLOURS = {
  add: 'success',
  update: 'brand',
  keep: 'warning',
  unchanged: 'informative',
  'thrown-away': 'informative',
  gone: 'informative',
} as const;

const LONGEST = 120;

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

interface PackDialogProps {
  preview: PackPreview;
  onClose: () => void;
}

/** What a pack would change, before it does. */
export const PackDialog = ({ preview, onClose }: PackDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const { summary, findings } = preview;
  const importIt = async (): Promise<void> => {
    const done = await call('packs.import', { ticket: preview.ticket });
    if (!done.ok) {
      setFailure(done.error);
      return;
    }
    notify({ intent: 'success', text: t('packs.done', { name: summary.title }) });
    onClose();
  };
  const fieldOf = ({ field, mine, theirs, kept }: PackChange['fields'][number]) => (
    <div key={field} className={styles.quiet}>
      <strong>{field}</strong>:{' '}
      {kept === 'mine'
        ? t('packs.keptMine', { mine: shown(mine), theirs: shown(theirs) })
        : kept === 'merged'
          ? t('packs.merged')
          : `${shown(mine)} → ${shown(theirs)}`}
    </div>
  );
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('packs.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {failure !== null && <FailureBar failure={failure} />}
            <div>
              <Text weight="semibold" block>
                {summary.title}
              </Text>
              <Text block className={styles.quiet}>
                {t('packs.facts', {
                  file: preview.fileName,
                  edition: summary.edition,
                  date: dateWords(preview.publishedOn),
                })}
              </Text>
              <Text block className={styles.quiet} lang="vi">
                {preview.source}
              </Text>
            </div>
            {summary.direction === 'older' && (
              <FailureBar intent="warning" failure={{ message: t('packs.older') }} />
            )}
            {findings.map(({ where, message, hint }) => (
              <FailureBar
                key={where + message}
                intent="warning"
                failure={{ message: `${where}: ${message}`, hint }}
              />
            ))}
            {summary.empty && <Text>{t('packs.nothing')}</Text>}
            <ul className={styles.list} aria-label={t('packs.changes')}>
              {summary.changes.map((change) => (
                <li key={`${change.list}/${change.id}`} className={styles.item} lang="vi">
                  <div className={styles.head}>
                    <Badge appearance="tint" color={COLOURS[change.action]}>
                      {t(`packs.action_${change.action}`)}
                    </Badge>
                    <span>
                      {packLists[change.list]}: {change.title}
                    </span>
                  </div>
                  {change.action !== 'add' && change.fields.map(fieldOf)}
                </li>
              ))}
            </ul>
            {summary.unchanged > 0 && (
              <Text className={styles.quiet}>
                {t('packs.unchanged', { count: summary.unchanged })}
              </Text>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabledFocusable={summary.empty}
              onClick={() => void importIt()}
            >
              {t('packs.import')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
