import {
  Badge,
  Checkbox,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { DossierPaper, DossierRecord } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { saveDossier } from '../../state';
import { taskOf } from './task-of';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  item: {
    boxSizing: 'border-box',
    width: '100%',
    display: 'grid',
    gap: '2px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderLeft: '3px solid transparent',
    // High contrast draws see-through borders, too: only the chosen paper may have one.
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  plain: { cursor: 'default', ':hover': { backgroundColor: 'transparent' } },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  facts: { color: tokens.colorNeutralForeground3 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  group: {
    display: 'block',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
  },
});

interface PaperListProps {
  record: DossierRecord;
  chosen: string | null;
  onChoose: (paper: string) => void;
}

/** The papers of the dossier in the order they lie in: how many of each, under which condition. */
export const PaperList = ({ record, chosen, onChoose }: PaperListProps) => {
  const t = useWords();
  const styles = useStyles();
  const { data, lead, freeze } = record;

  const countOf = (paper: DossierPaper): string => {
    const parts = [t('dossier.originals', { count: paper.originals })];
    if (paper.copies > 0) parts.push(t('dossier.copies', { count: paper.copies }));
    if (!paper.countKnown) parts.push(t('dossier.countUnknown'));
    if (paper.pages !== null) parts.push(t('dossier.pages', { count: paper.pages }));
    return parts.join(' · ');
  };
  const badgesOf = (paper: DossierPaper) => (
    <span className={styles.badges}>
      {paper.media.includes('docx') && (
        <Badge appearance="outline" color="informative">
          Word
        </Badge>
      )}
      {paper.media.includes('electronic') && (
        <Badge appearance="outline" color="informative">
          {t('dossier.electronic')}
        </Badge>
      )}
      {paper.signed.length > 0 && (
        <Badge appearance="tint" color="success">
          {t('dossier.digitallySigned')}
        </Badge>
      )}
      {!paper.fits && (
        <Badge appearance="filled" color="danger" data-mismatch={paper.id}>
          {t('dossier.mismatch')}
        </Badge>
      )}
    </span>
  );
  const setHave = (id: string, have: boolean): void => {
    const others = data.have.filter((one) => one !== id);
    void saveDossier(lead, { ...data, have: have ? [...others, id] : others });
  };
  const item = (paper: DossierPaper) => {
    const facts = (
      <>
        <Text weight={paper.id === chosen ? 'semibold' : 'regular'}>{paper.title}</Text>
        <Text size={200} className={styles.facts}>
          {countOf(paper)}
        </Text>
        {taskOf(record, paper).map((task) => (
          <Text key={task} size={200} className={styles.facts}>
            {task}
          </Text>
        ))}
        {paper.required === 'conditional' && (
          <Text size={200} className={styles.facts}>
            {paper.condition || t('dossier.conditional')}
          </Text>
        )}
        {badgesOf(paper)}
      </>
    );
    return (
      <li key={paper.id}>
        {paper.printable ? (
          <button
            type="button"
            className={mergeClasses(styles.item, paper.id === chosen && styles.chosen)}
            aria-pressed={paper.id === chosen}
            data-paper={paper.id}
            onClick={() => onChoose(paper.id)}
          >
            {facts}
          </button>
        ) : (
          <div className={mergeClasses(styles.item, styles.plain)}>
            {facts}
            <Checkbox
              label={t('dossier.atHand')}
              checked={paper.have}
              disabled={freeze !== null}
              onChange={(_, { checked }) => setHave(paper.id, checked === true)}
            />
          </div>
        )}
      </li>
    );
  };
  const enclosed = record.papers.filter((paper) => paper.enclosed);
  const own = record.papers.filter((paper) => !paper.enclosed);
  return (
    <section aria-label={t('dossier.papers')}>
      <Text as="h2" weight="semibold" className={styles.group}>
        {t('dossier.papers')}
      </Text>
      <ul className={styles.list}>{enclosed.map(item)}</ul>
      {own.length > 0 && (
        <>
          <Text as="h3" size={200} weight="semibold" className={styles.group}>
            {t('dossier.ownPapers')}
          </Text>
          <ul className={styles.list}>{own.map(item)}</ul>
        </>
      )}
    </section>
  );
};
