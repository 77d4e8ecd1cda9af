import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons';
import type { DossierRecord } from '../../../shared/ipc';
import type { DossierStep } from '../../../shared/model';
import { useWords } from '../../i18n';
import { nextThing } from './next-thing';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  label: { color: tokens.colorBrandForeground2 },
});

interface NextStepProps {
  record: DossierRecord;
  shown: DossierStep;
  onStep: (step: DossierStep) => void;
}

/** The next thing to do, at the head of every step; with the way there when it is another step's. */
export const NextStep = ({ record, shown, onStep }: NextStepProps) => {
  const t = useWords();
  const styles = useStyles();
  const { thing, step } = nextThing(record);
  const errors = record.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className={styles.root} data-next={thing}>
      <Text size={200} weight="semibold" className={styles.label}>
        {thing === 'nothing' ? t('dossier.nextDone') : t('dossier.nextLabel')}
      </Text>
      <Text>{t(`dossier.next_${thing}`, { count: errors })}</Text>
      {step !== shown && (
        <Button
          size="small"
          icon={<ArrowRight20Regular />}
          iconPosition="after"
          onClick={() => onStep(step)}
        >
          {t('dossier.goToStep', { step: t(`dossier.step_${step}`) })}
        </Button>
      )}
    </div>
  );
};
