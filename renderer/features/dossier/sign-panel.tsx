import { Button, Text } from '@fluentui/react-components';
import { LockClosed20Regular, LockOpen20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { DayEntry, useEnter } from './day-entry';
import { showDay } from './day-text';
import { EntryField } from './entry-field';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';
import { PrintGuide } from './print-guide';

/** Freeze, print after the guide, have it signed, enter that it was. */
export const SignPanel = ({ record, onFreeze, onUnfreeze, onPictures }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
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
        {record.past.length > 0 && (
          <div className={styles.part}>
            <Text weight="semibold">{t('dossier.pastVersions')}</Text>
            <ul className={styles.list} data-past>
              {record.past.map(({ code, ended }) => (
                <li key={code}>
                  {code}
                  {ended !== null && `: ${ended.reason} (${ended.actor})`}
                </li>
              ))}
            </ul>
          </div>
        )}
      </>
    );
  }
  const papers = record.papers.filter(({ printable, enclosed }) => printable && enclosed);
  return (
    <>
      <Text>{t('dossier.frozenAs', { code: freeze.code, count: freeze.files.length })}</Text>
      <div className={styles.part}>
        <Text weight="semibold">{t('dossier.printGuide')}</Text>
        <PrintGuide record={record} papers={papers} />
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{t('dossier.signedPart')}</Text>
        {course.signed === null ? (
          <DayEntry
            label={t('dossier.signedOn')}
            action={t('dossier.enterSigned')}
            onEnter={(on) => void enter({ kind: 'signed', on, by: by.trim() })}
          >
            <EntryField
              label={t('dossier.signedBy')}
              name="signedBy"
              initial={by}
              onChange={setBy}
            />
          </DayEntry>
        ) : (
          <div className={styles.fact}>
            <Text>
              {t('dossier.signedFact', {
                by: course.signed.by || t('dossier.noName'),
                day: showDay(course.signed.on),
              })}
            </Text>
            <div>
              <Button size="small" onClick={() => void enter({ kind: 'signed', on: null, by: '' })}>
                {t('dossier.takeEntryBack')}
              </Button>
            </div>
          </div>
        )}
      </div>
      <div className={styles.part}>
        <Text className={styles.quiet}>{t('dossier.sealPicture')}</Text>
        <div>
          <Button onClick={onPictures}>{t('dossier.picturesDots')}</Button>
        </div>
      </div>
      <div className={styles.part}>
        <Text className={styles.quiet}>{t('dossier.unfreezeWhy')}</Text>
        <div>
          <Button icon={<LockOpen20Regular />} onClick={onUnfreeze}>
            {t('dossier.unfreezeDots')}
          </Button>
        </div>
      </div>
    </>
  );
};
