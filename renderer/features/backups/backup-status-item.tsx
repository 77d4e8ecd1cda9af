import { ShieldCheckmark16Regular, ShieldError16Filled } from '@fluentui/react-icons';
import type { BackupStatus } from '../../../shared/ipc';
import { relativeTime, useWords, type Words } from '../../i18n';
import { navigate, useBackups } from '../../state';

/** What the status bar says of the backups, and whether somebody should do something. */
export const backupStatus = (
  state: BackupStatus | null,
  now: Date,
  t: Words,
): { readonly text: string; readonly trouble: string } | null => {
  if (state === null) return null;
  const { newest, running, secondPlace, trouble } = state;
  if (secondPlace !== null && !secondPlace.reachable) {
    return {
      text: t('backups.statusLost'),
      trouble: t('backups.lostNotice', { folder: secondPlace.folder }),
    };
  }
  if (trouble !== '') return { text: t('backups.statusTrouble'), trouble };
  if (running) return { text: t('backups.statusRunning'), trouble: '' };
  if (newest === null) return { text: t('backups.statusNone'), trouble: '' };
  const time = relativeTime(newest.at, now, t).toLowerCase().replace(',', '');
  return { text: t('backups.statusOk', { time }), trouble: '' };
};

interface BackupStatusItemProps {
  className: string;
  troubleClassName: string;
}

/** In the status bar: when the words were last copied, and whether the copy was proven. */
export const BackupStatusItem = ({ className, troubleClassName }: BackupStatusItemProps) => {
  const t = useWords();
  const { state } = useBackups();
  const status = backupStatus(state, new Date(), t);
  if (status === null) return null;
  const isTrouble = status.trouble !== '';
  return (
    <button
      type="button"
      className={isTrouble ? troubleClassName : className}
      title={isTrouble ? status.trouble : t('backups.statusOpen')}
      data-backup={isTrouble ? 'trouble' : 'fine'}
      onClick={() => navigate({ screen: 'backups' })}
    >
      {isTrouble ? (
        <ShieldError16Filled aria-hidden="true" />
      ) : (
        <ShieldCheckmark16Regular aria-hidden="true" />
      )}
      {status.text}
    </button>
  );
};
