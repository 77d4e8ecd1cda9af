import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { LineChange, WordChange } from '../../../shared/model';
import { useWords } from '../../i18n';
import { shortHeading } from '../../ui';
import { foldEqualLines, type SectionComparison, STYLE, TITLE } from './compare-versions';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalS },
  side: {
    minWidth: 0,
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusSmall,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    userSelect: 'text',
    lineHeight: tokens.lineHeightBase400,
  },
  gone: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderInlineStartColor: tokens.colorStatusDangerBorder2,
  },
  come: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    borderInlineStartColor: tokens.colorStatusSuccessBorder2,
  },
  // Struck and underlined too: red and green are one colour to one man in twelve.
  removed: {
    color: tokens.colorStatusDangerForeground3,
    backgroundColor: tokens.colorStatusDangerBackground2,
    textDecorationLine: 'line-through',
  },
  added: {
    color: tokens.colorStatusSuccessForeground3,
    backgroundColor: tokens.colorStatusSuccessBackground2,
    textDecorationLine: 'underline',
  },
  bullet: { color: tokens.colorNeutralForeground3, marginInlineEnd: '6px' },
  fold: {
    gridColumn: '1 / -1',
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

const SIGNS = { paragraph: '', field: '', bullet: '•', number: '–', row: '▦' } as const;

const Side = ({ change, side }: { change: LineChange; side: 'before' | 'after' }) => {
  const t = useWords();
  const styles = useStyles();
  const line = change[side];
  if (line === null) return <div className={styles.side} />;
  const skipped: WordChange['kind'] = side === 'before' ? 'added' : 'removed';
  const isWhole = change.kind === 'removed' || change.kind === 'added';
  const look =
    change.kind === 'same' || change.kind === 'look'
      ? undefined
      : side === 'before'
        ? styles.gone
        : styles.come;
  return (
    <div
      className={mergeClasses(styles.side, look)}
      style={{ paddingInlineStart: `${8 + line.level * 16}px` }}
    >
      {SIGNS[line.role] !== '' && (
        <span className={styles.bullet} aria-hidden="true">
          {SIGNS[line.role]}
        </span>
      )}
      {change.words
        .filter(({ kind }) => kind !== skipped)
        .map((word, at) => {
          // Two equal stretches of one line are told apart only by their place.
          const key = `${at}-${word.kind}`;
          if (word.kind === 'same') return <span key={key}>{word.text}</span>;
          const mark = word.kind === 'removed' ? styles.removed : styles.added;
          const name = t(word.kind === 'removed' ? 'history.removed' : 'history.added');
          return word.kind === 'removed' ? (
            <del key={key} className={isWhole ? undefined : mark} title={name}>
              {word.text}
            </del>
          ) : (
            <ins key={key} className={isWhole ? undefined : mark} title={name}>
              {word.text}
            </ins>
          );
        })}
      {change.kind === 'look' && side === 'after' && (
        <Badge appearance="outline" size="small" title={t('history.lookHint')}>
          {t('history.look')}
        </Badge>
      )}
    </div>
  );
};

const SectionPart = ({ part, folded }: { part: SectionComparison; folded: boolean }) => {
  const t = useWords();
  const styles = useStyles();
  const name = (): string => {
    if (part.section !== null) {
      const { numeral, heading } = part.section;
      return [numeral, shortHeading(heading)].filter((word) => word !== '').join('. ');
    }
    if (part.id === TITLE) return t('history.proposalName');
    return part.id === STYLE ? t('history.style') : part.id;
  };
  const lines = folded
    ? foldEqualLines(part.changes)
    : part.changes.map((change) => ({ kind: 'line' as const, change }));
  return (
    <section className={styles.section} aria-label={name()} data-compared={part.id}>
      <div className={styles.heading}>
        <Text as="h3" weight="semibold">
          {name()}
        </Text>
        {part.unchanged && <Text className={styles.quiet}>{t('history.unchangedSection')}</Text>}
      </div>
      {lines.map((line, at) => {
        const key = `${part.id}-${at}`;
        if (line.kind === 'fold') {
          return (
            <div key={key} className={styles.fold}>
              {t('history.sameLines', { lines: line.lines })}
            </div>
          );
        }
        return (
          <div key={key} className={styles.row}>
            <Side change={line.change} side="before" />
            <Side change={line.change} side="after" />
          </div>
        );
      })}
    </section>
  );
};

interface ComparisonProps {
  parts: readonly SectionComparison[];
  onlyChanges: boolean;
}

/** Two versions side by side: what went is red and struck, what came is green and underlined. */
export const Comparison = ({ parts, onlyChanges }: ComparisonProps) => {
  const shown = onlyChanges ? parts.filter(({ unchanged }) => !unchanged) : parts;
  return shown.map((part) => <SectionPart key={part.id} part={part} folded={onlyChanges} />);
};
