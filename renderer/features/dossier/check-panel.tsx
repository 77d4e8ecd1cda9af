import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ErrorCircle16Filled,
  LightbulbFilament16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { DossierRecord } from '../../../shared/ipc';
import { severities } from '../../../shared/model';
import { useWords } from '../../i18n';
import { goToField, hashOf } from '../../state';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& > svg': { marginTop: '2px' },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start' },
  warning: { color: tokens.colorPaletteYellowForeground2 },
  advice: { color: tokens.colorNeutralForeground3 },
});

type Finding = DossierRecord['findings'][number];

/** Does the sentence begin by naming its place itself? Then the place need not be said before it. */
const namesItsPlace = ({ where, message }: Finding): boolean =>
  where === '' || message.toLowerCase().includes(where.toLowerCase());

/** What was found, the gravest first, each with the way to where it is mended. */
export const CheckPanel = ({ record, onPaper, onData }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const own = useStyles();
  const titles = new Map(record.proposals.map(({ id, title }) => [id, title]));
  const report = record.papers.find(({ kind }) => kind === 'check-report');
  const isFrozen = record.freeze !== null;
  const icons = {
    error: <ErrorCircle16Filled className={styles.error} />,
    warning: <Warning16Filled className={own.warning} />,
    advice: <LightbulbFilament16Regular className={own.advice} />,
  };
  const way = ({ proposal, section, field }: Finding) => {
    if (proposal !== null) {
      return (
        <Link
          href={hashOf({ screen: 'proposal', id: proposal })}
          onClick={() => section !== null && goToField(section, field)}
        >
          {t('dossier.mendThere')}
        </Link>
      );
    }
    return isFrozen ? null : (
      <Link as="button" onClick={onData}>
        {t('dossier.editData')}
      </Link>
    );
  };
  const item = (finding: Finding) => (
    <li
      key={`${finding.proposal}-${finding.code}-${finding.where}-${finding.message}`}
      className={own.item}
      data-finding={finding.code}
    >
      {icons[finding.severity]}
      <div className={own.words}>
        <Text size={200} weight="semibold">
          {t(`dossier.severity_${finding.severity}`)}
          {record.proposals.length > 1 && finding.proposal !== null
            ? ` · ${titles.get(finding.proposal) ?? ''}`
            : ''}
        </Text>
        <Text>
          {namesItsPlace(finding) ? '' : `${finding.where}: `}
          {finding.message}
        </Text>
        {finding.hint !== '' && (
          <Text size={200} className={styles.quiet}>
            {finding.hint}
          </Text>
        )}
        {way(finding)}
      </div>
    </li>
  );
  const sorted = severities.flatMap((severity) =>
    record.findings.filter((finding) => finding.severity === severity),
  );
  const countOf = (severity: Finding['severity']): string =>
    t(`dossier.count_${severity}`, {
      count: record.findings.filter((finding) => finding.severity === severity).length,
    });
  return (
    <>
      <Text>
        {sorted.length === 0 ? t('dossier.checkClean') : severities.map(countOf).join(' · ')}
      </Text>
      {report !== undefined && (
        <div className={styles.row}>
          <Button onClick={() => onPaper(report.id)}>{t('dossier.showReport')}</Button>
        </div>
      )}
      <ul className={styles.rows}>{sorted.map(item)}</ul>
    </>
  );
};
