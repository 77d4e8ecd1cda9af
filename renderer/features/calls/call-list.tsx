import { Badge, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { momentWords, useWords } from '../../i18n';
import { ALL_CALLS, type CallEntry, hashOf, matchesFilter } from '../../state';
import { StateBadge } from './state-badge';

const useStyles = makeStyles({
  filters: {
    border: 'none',
    margin: 0,
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  items: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  title: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
    overflow: 'hidden',
    fontWeight: tokens.fontWeightSemibold,
  },
  meta: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  none: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

const LEVELS = ['all', 'city', 'national', 'district'] as const;
const STATES = ['all', 'open', 'closed'] as const;

interface CallListProps {
  entries: readonly CallEntry[];
  chosen: string | null;
}

/** The calls by the last moment that is really left, as many as the filter lets through. */
export const CallList = ({ entries, chosen }: CallListProps) => {
  const t = useWords();
  const styles = useStyles();
  const [filter, setFilter] = useState(ALL_CALLS);
  const programmes = [...new Set(entries.map(({ call }) => call.programme))].filter(
    (programme) => programme !== '',
  );
  const shown = entries.filter((entry) => matchesFilter(entry, filter));
  return (
    <>
      <fieldset className={styles.filters} aria-label={t('calls.filter')}>
        <Select
          size="small"
          aria-label={t('calls.filterState')}
          value={filter.state}
          onChange={(_, data) =>
            setFilter({ ...filter, state: STATES.find((one) => one === data.value) ?? 'all' })
          }
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`calls.state_${state}`)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={t('calls.filterLevel')}
          value={filter.level}
          onChange={(_, data) =>
            setFilter({ ...filter, level: LEVELS.find((one) => one === data.value) ?? 'all' })
          }
        >
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(`calls.level_${level}`)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          select={{ className: styles.select }}
          aria-label={t('calls.filterProgramme')}
          value={filter.programme}
          onChange={(_, data) => setFilter({ ...filter, programme: data.value })}
        >
          <option value="">{t('calls.allProgrammes')}</option>
          {programmes.map((programme) => (
            <option key={programme} value={programme}>
              {programme}
            </option>
          ))}
        </Select>
      </fieldset>
      {shown.length === 0 && <Text className={styles.none}>{t('calls.noneShown')}</Text>}
      <ul className={styles.items}>
        {shown.map(({ call, report }) => (
          <li key={call.id}>
            <a
              href={hashOf({ screen: 'calls', id: call.id })}
              className={mergeClasses(styles.item, call.id === chosen && styles.selected)}
              {...(call.id === chosen ? { 'aria-current': 'true' as const } : {})}
              data-call={call.id}
            >
              <span className={styles.badges}>
                <StateBadge report={report} />
                <Badge appearance="tint" color="informative">
                  {t(`calls.level_${call.level}`)}
                </Badge>
              </span>
              <span className={styles.title} lang="vi">
                {call.title}
              </span>
              {call.number !== null && <span className={styles.meta}>{call.number}</span>}
              {report !== null && (
                <span className={styles.meta} lang="vi">
                  {t('calls.until', { moment: momentWords(report.effectiveDeadline.at) })}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
