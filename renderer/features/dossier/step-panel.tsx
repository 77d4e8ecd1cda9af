import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DossierStep } from '../../../shared/model';
import { useWords } from '../../i18n';
import { CheckPanel } from './check-panel';
import { DeliverPanel } from './deliver-panel';
import { FollowPanel } from './follow-panel';
import { NextStep } from './next-step';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';
import { SealPanel } from './seal-panel';
import { SignPanel } from './sign-panel';
import { useKeptFocus } from './use-kept-focus';
import { WritePanel } from './write-panel';

const PANELS: Readonly<Record<DossierStep, (props: PanelProps) => ReactNode>> = {
  write: WritePanel,
  check: CheckPanel,
  sign: SignPanel,
  seal: SealPanel,
  deliver: DeliverPanel,
  follow: FollowPanel,
};

/** What is to be done in one step. */
export const StepPanel = ({ step, ...props }: PanelProps & { step: DossierStep }) => {
  const t = useWords();
  const styles = usePanelStyles();
  const Panel = PANELS[step];
  const part = useKeptFocus();
  return (
    <section
      ref={part}
      tabIndex={-1}
      className={styles.root}
      aria-label={t(`dossier.step_${step}`)}
      data-panel={step}
    >
      <Text as="h2" size={500} weight="semibold">
        {t(`dossier.step_${step}`)}
      </Text>
      <NextStep record={props.record} shown={step} onStep={props.onStep} />
      <Panel key={step} {...props} />
    </section>
  );
};
