import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  ReOrderDotsVertical20Regular,
} from '@fluentui/react-icons';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { setDossierProposals } from '../../state';
import { announce } from '../../ui';
import { DossierDialog } from './dossier-dialog';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '4px' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'auto 24px 1fr auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    cursor: 'grab',
  },
  over: { outline: `2px solid ${tokens.colorBrandStroke1}` },
  buttons: { display: 'flex' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const moved = (ids: readonly string[], from: number, to: number): string[] => {
  const next = [...ids];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
};

interface ProposalsDialogProps {
  record: DossierRecord;
  onClose: () => void;
}

/** Which proposals go together, in order of priority: by drag, by Alt with the arrows, by buttons. */
export const ProposalsDialog = ({ record, onClose }: ProposalsDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const [ids, setIds] = useState<readonly string[]>(record.proposals.map(({ id }) => id));
  const [held, setHeld] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const titles = new Map(
    [...record.proposals, ...record.candidates].map(({ id, title }) => [id, title]),
  );
  const titleOf = (id: string): string => titles.get(id) || t('common.untitled');
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= ids.length) return;
    setIds(moved(ids, from, to));
    announce(t('dossier.movedTo', { title: titleOf(ids[from] ?? ''), place: to + 1 }));
  };
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    move(index, index + step);
    const list = event.currentTarget.parentElement;
    requestAnimationFrame(() => {
      (list?.children[index + step] as HTMLElement | undefined)?.focus();
    });
  };
  const drop = (index: number) => (event: DragEvent) => {
    event.preventDefault();
    if (held !== null) move(held, index);
    setHeld(null);
    setOver(null);
  };
  const save = async (): Promise<void> => {
    if (await setDossierProposals(record.lead, ids)) onClose();
  };
  const others = [...titles.keys()].filter((id) => !ids.includes(id));
  return (
    <DossierDialog
      wide
      title={t('dossier.proposalsTitle')}
      action={t('common.save')}
      onDo={() => void save()}
      onClose={onClose}
    >
      <Text>{t('dossier.proposalsIntro')}</Text>
      <ol className={styles.list} aria-label={t('dossier.priority')}>
        {ids.map((id, index) => (
          <li
            key={id}
            className={`${styles.item} ${over === index ? styles.over : ''}`}
            draggable
            // biome-ignore lint/a11y/noNoninteractiveTabindex: moved by Alt and the arrow keys
            tabIndex={0}
            data-priority={id}
            onKeyDown={onKey(index)}
            onDragStart={() => setHeld(index)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(index);
            }}
            onDragEnd={() => {
              setHeld(null);
              setOver(null);
            }}
            onDrop={drop(index)}
          >
            <ReOrderDotsVertical20Regular aria-hidden="true" />
            <Text weight="semibold">{index + 1}</Text>
            <Text>{titleOf(id)}</Text>
            <span className={styles.buttons}>
              <Button
                appearance="subtle"
                icon={<ArrowUp20Regular />}
                disabledFocusable={index === 0}
                aria-label={t('dossier.moveUp', { title: titleOf(id) })}
                onClick={() => move(index, index - 1)}
              />
              <Button
                appearance="subtle"
                icon={<ArrowDown20Regular />}
                disabledFocusable={index === ids.length - 1}
                aria-label={t('dossier.moveDown', { title: titleOf(id) })}
                onClick={() => move(index, index + 1)}
              />
              {id !== record.lead && (
                <Button appearance="subtle" onClick={() => setIds(ids.filter((one) => one !== id))}>
                  {t('dossier.takeOut')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <div>
          <Text weight="semibold">{t('dossier.candidates')}</Text>
          <ul className={styles.list}>
            {others.map((id) => (
              <li key={id}>
                <Checkbox
                  label={titleOf(id)}
                  checked={false}
                  onChange={() => setIds([...ids, id])}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length === 0 && ids.length === 1 && (
        <Text className={styles.quiet}>{t('dossier.noCandidates')}</Text>
      )}
    </DossierDialog>
  );
};
