import type { RevisionRecord } from '../../../shared/ipc';
import { relativeTime, type Words } from '../../i18n';

/** What a version is called in the list: its milestone's name, or what it came from. */
export const versionName = ({ kind, name }: RevisionRecord, t: Words): string => {
  switch (kind) {
    case 'milestone':
      return name === '' ? t('history.saved') : name;
    case 'frozen':
      return name === '' ? t('history.kind_frozen') : name;
    case 'restored':
      return t('history.kind_restored', { number: name });
    case 'imported':
      return t('history.kind_imported');
    case 'auto':
      return t('history.kind_auto');
  }
};

/** A version in one line: 'Hôm nay, 10:42 – Bản gửi trưởng phòng xem'. */
export const versionLine = (version: RevisionRecord, now: Date, t: Words): string =>
  `${relativeTime(version.at, now, t)} – ${versionName(version, t)}`;

/** Kept for ever, or made by the person. */
export const isNamed = ({ kind }: RevisionRecord): boolean => kind !== 'auto';
