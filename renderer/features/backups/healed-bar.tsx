import { Button } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useWords } from '../../i18n';
import { dismissHealed, useHealed } from '../../state';
import { FailureBar } from '../../ui';

/** After an unclean end: what was put right by itself, and by name what could not be. */
export const HealedBar = () => {
  const t = useWords();
  const { healed } = useHealed();
  if (healed === null) return null;
  const missing = healed.missing.join('; ');
  return (
    <FailureBar
      flush
      intent={missing === '' ? 'warning' : 'error'}
      title={t(missing === '' ? 'backups.healedTitle' : 'backups.healedPartly')}
      failure={{
        message: healed.sentences.join(' '),
        hint: missing === '' ? '' : t('backups.healedMissing', { names: missing }),
      }}
    >
      <Button icon={<Dismiss20Regular />} onClick={dismissHealed}>
        {t('common.close')}
      </Button>
    </FailureBar>
  );
};
