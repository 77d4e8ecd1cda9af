import { Button, Text } from '@fluentui/react-components';
import { useWords } from '../../i18n';
import { DayEntry, useEnter } from './day-entry';
import { showDay } from './day-text';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';
import { SealSketch } from './seal-sketch';

/** How and where the seal is pressed on these papers, and the day it was. */
export const SealPanel = ({ record }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const enter = useEnter(record);
  const { course, data } = record;
  const papers = record.papers.filter(({ printable, enclosed }) => printable && enclosed);
  return (
    <>
      {data.organisation.individual && <Text>{t('dossier.sealIndividual')}</Text>}
      <Text weight="semibold">{t('dossier.sealGuide')}</Text>
      <SealSketch position={data.signer.position} name={data.signer.name} />
      <ul className={styles.list}>
        <li>{t('dossier.sealGuide1')}</li>
        <li>{t('dossier.sealGuide2')}</li>
        <li>{t('dossier.sealGuide3')}</li>
        <li>{t('dossier.sealGuide4')}</li>
      </ul>
      <div className={styles.part}>
        <Text weight="semibold">{t('dossier.sealPapers')}</Text>
        <ul className={styles.list} data-seals>
          {papers.map(({ id, title, pages, originals }) => (
            <li key={id}>
              {title}
              <Text size={200} block className={styles.quiet}>
                {t('dossier.sealOriginals', { count: originals })}
                {pages !== null && pages > 1 && ` · ${t('dossier.sealEdge', { count: pages })}`}
              </Text>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.part}>
        {record.freeze === null ? (
          <Text>{t('dossier.freezeFirst')}</Text>
        ) : course.sealed === null ? (
          <DayEntry
            label={t('dossier.sealedOn')}
            action={t('dossier.enterSealed')}
            onEnter={(on) => void enter({ kind: 'sealed', on })}
          />
        ) : (
          <div className={styles.fact}>
            <Text>{t('dossier.sealedFact', { day: showDay(course.sealed.on) })}</Text>
            <div>
              <Button size="small" onClick={() => void enter({ kind: 'sealed', on: null })}>
                {t('dossier.takeEntryBack')}
              </Button>
            </div>
          </div>
        )}
      </div>
      <Text className={styles.quiet}>{t('dossier.sealPicture')}</Text>
    </>
  );
};
