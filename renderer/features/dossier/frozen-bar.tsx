import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/ipc';
import { call, on } from '../../bridge';
import { useWords } from '../../i18n';
import { hashOf, useOpenProposal } from '../../state';

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
});

/** Asked again after each save: only the store can tell whether words are those that were frozen. */
const useFrozen = (id: string): Output<'dossier.frozen'> => {
  const [frozen, setFrozen] = useState<Output<'dossier.frozen'>>(null);
  useEffect(() => {
    let isCurrent = true;
    const take = async (): Promise<void> => {
      const answer = await call('dossier.frozen', { id });
      if (isCurrent && answer.ok) setFrozen(answer.value);
    };
    void take();
    const quiet = on('dossier.changed', () => void take());
    const still = useOpenProposal.subscribe((now, before) => {
      if (now.save.kind === 'saved' && before.save.kind !== 'saved') void take();
    });
    return () => {
      isCurrent = false;
      quiet();
      still();
    };
  }, [id]);
  return frozen;
};

/** Where a frozen proposal is edited: that it is frozen, or that the signed paper is no longer this text. */
export const FrozenBar = ({ id }: { id: string }) => {
  const t = useWords();
  const styles = useStyles();
  const frozen = useFrozen(id);
  if (frozen === null) return null;
  const { code, fits } = frozen;
  const title = fits ? t('dossier.frozen', { code }) : t('dossier.changedTitle');
  return (
    // A strip stands outside every other part of the window, so it is a part of its own.
    <section aria-label={title} data-frozen-bar={fits ? 'fits' : 'changed'}>
      <MessageBar intent={fits ? 'info' : 'warning'} className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {fits ? t('dossier.frozenHere') : t('dossier.changedHere', { code })}
        </MessageBarBody>
        <MessageBarActions>
          <Button as="a" href={hashOf({ screen: 'dossier', id })}>
            {t('dossier.open')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </section>
  );
};
