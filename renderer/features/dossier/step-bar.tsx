import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons';
import { type DossierStep, dossierSteps } from '../../../shared/model';
import { useWords } from '../../i18n';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  step: {
    boxSizing: 'border-box',
    width: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: `3px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  shown: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottomColor: tokens.colorBrandStroke1,
  },
  done: { borderBottomColor: tokens.colorPaletteGreenBorder2 },
  number: {
    flexShrink: 0,
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  numberDone: {
    border: 'none',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorPaletteGreenBackground3,
  },
  numberNow: {
    border: 'none',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  words: { display: 'grid', minWidth: 0 },
  state: { color: tokens.colorNeutralForeground3 },
});

interface StepBarProps {
  done: readonly DossierStep[];
  /** The step that is due. */
  due: DossierStep;
  shown: DossierStep;
  onShow: (step: DossierStep) => void;
}

/** Six steps from the words to the answer: what is behind, what is due, what is being looked at. */
export const StepBar = ({ done, due, shown, onShow }: StepBarProps) => {
  const t = useWords();
  const styles = useStyles();
  const stateOf = (step: DossierStep): string => {
    if (done.includes(step)) return t('dossier.stepDone');
    return step === due ? t('dossier.stepDue') : t('dossier.stepLater');
  };
  return (
    <nav aria-label={t('dossier.steps')}>
      <ol className={styles.list}>
        {dossierSteps.map((step, index) => {
          const isDone = done.includes(step);
          const isDue = step === due;
          return (
            <li key={step}>
              <button
                type="button"
                className={mergeClasses(
                  styles.step,
                  isDone && styles.done,
                  step === shown && styles.shown,
                )}
                data-step={step}
                data-done={isDone}
                {...(step === shown ? { 'aria-current': 'step' as const } : {})}
                onClick={() => onShow(step)}
              >
                <span
                  className={mergeClasses(
                    styles.number,
                    isDone && styles.numberDone,
                    !isDone && isDue && styles.numberNow,
                  )}
                  aria-hidden="true"
                >
                  {isDone ? <Checkmark16Filled /> : index + 1}
                </span>
                <span className={styles.words}>
                  <Text weight={step === shown ? 'semibold' : 'regular'}>
                    {t(`dossier.step_${step}`)}
                  </Text>
                  <Text size={200} className={styles.state}>
                    {stateOf(step)}
                  </Text>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
