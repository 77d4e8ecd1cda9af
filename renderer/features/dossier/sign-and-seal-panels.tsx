import { Button, Text } from '@fluentui/react-components';
import { LockClosed20Regular, LockOpen20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { DayEntry, useEnter } from './day-entry';
import { showDay } from './day-text';
import { EntryField } from './entry-field';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';

export const SignPanel = ({ record, onFreeze, onUnfreeze }: PanelProps) => {
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

export const SealPanel = ({ record }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
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
