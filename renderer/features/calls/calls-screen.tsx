import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Add20Regular, MegaphoneLoud24Regular } from '@fluentui/react-icons';
import type { Call } from '../../../shared/model';
import { useWords } from '../../i18n';
import { hashOf, templatesOf, useProgram } from '../../state';
import { EmptyState, FailureBar } from '../../ui';
import { CallReading } from './call-reading';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', outlineStyle: 'none' },
  list: {
    boxSizing: 'border-box',
    flex: '0 0 320px',
    minWidth: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1000px)': { flexBasis: '240px' },
    '@media (max-width: 720px)': { flexBasis: '180px' },
  },
  heading: { display: 'block', padding: `0 ${tokens.spacingHorizontalM}` },
  intro: {
    display: 'block',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    color: tokens.colorNeutralForeground2,
  },
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
  itemTitle: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
    overflow: 'hidden',
    fontWeight: tokens.fontWeightSemibold,
  },
  meta: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  reading: { flex: 1, minWidth: 0, overflowY: 'auto' },
});

const dateText = (date: string): string => date.split('-').reverse().map(Number).join('/');

interface CallsScreenProps {
  id: string | null;
  onCreate: (callId: string) => void;
}

export const CallsScreen = ({ id, onCreate }: CallsScreenProps) => {
  const t = useWords();
  const styles = useStyles();
  const { calls, templates, failure } = useProgram();
  const chosen = calls.find((call) => call.id === id) ?? calls[0];
  const canCreate = (call: Call): boolean => templatesOf(call, templates).length > 0;
  if (chosen === undefined) {
    return (
      <main id="main" data-pane="main" tabIndex={-1}>
        {failure !== null && <FailureBar failure={failure} />}
        <EmptyState
          icon={<MegaphoneLoud24Regular />}
          title={t('calls.emptyTitle')}
          text={t('calls.emptyText')}
        />
      </main>
    );
  }
  return (
    <main id="main" data-pane="main" className={styles.root} tabIndex={-1}>
      <section className={styles.list} aria-label={t('calls.list')}>
        <Text as="h1" size={700} weight="semibold" className={styles.heading}>
          {t('calls.title')}
        </Text>
        <Text className={styles.intro}>{t('calls.intro')}</Text>
        <ul className={styles.items}>
          {calls.map((call) => (
            <li key={call.id}>
              <a
                href={hashOf({ screen: 'calls', id: call.id })}
                className={mergeClasses(styles.item, call === chosen && styles.selected)}
                {...(call === chosen ? { 'aria-current': 'true' as const } : {})}
              >
                <span className={styles.itemTitle}>{call.title}</span>
                <span className={styles.meta}>
                  {[call.number, dateText(call.date)].filter((part) => part !== null).join(' · ')}
                </span>
                <Badge appearance="tint" color="informative" size="small">
                  {t(`calls.level_${call.level}`)}
                </Badge>
              </a>
            </li>
          ))}
        </ul>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is read by the arrow keys */}
      <section className={styles.reading} tabIndex={0} aria-label={chosen.title}>
        <CallReading
          call={chosen}
          date={dateText(chosen.date)}
          actions={
            canCreate(chosen) ? (
              <Button
                appearance="primary"
                icon={<Add20Regular />}
                onClick={() => onCreate(chosen.id)}
              >
                {t('calls.create')}
              </Button>
            ) : (
              <Text className={styles.meta}>{t('calls.noTemplate')}</Text>
            )
          }
        />
      </section>
    </main>
  );
};
