import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { pagesText, useWords } from '../../i18n';
import { goToField, useOpenProposal } from '../../state';
import type { LineToSave } from './use-fit-trials';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '36px 1fr auto 16px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  alone: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  gain: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

interface LinesToSaveProps {
  lines: readonly LineToSave[];
  onGo: () => void;
}

/** The cheapest places to shorten; a click goes there. */
export const LinesToSave = ({ lines, onGo }: LinesToSaveProps) => {
  const t = useWords();
  const styles = useStyles();
  const template = useOpenProposal((state) => state.template);
  const numeralOf = (section: string): string =>
    template?.sections.find(({ id }) => id === section)?.numeral ?? '';
  return (
    <ul className={styles.list}>
      {lines.map(({ section, shortening, before, words, count, trial }) => (
        <li key={`${section}:${shortening.path.join('.')}`}>
          <button
            type="button"
            className={styles.row}
            onClick={() => {
              onGo();
              goToField(section, null, { path: shortening.path, offset: shortening.from });
            }}
          >
            <span className={styles.quiet}>{numeralOf(section)}</span>
            <span className={styles.words} lang="vi">
              <span className={styles.quiet}>…{before} </span>
              <span className={styles.alone}>{words}</span>
            </span>
            <span className={styles.gain}>
              {t('fit.saving', { words: count, pages: pagesText(trial.fill) })}
            </span>
            <ChevronRight16Regular aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
};
