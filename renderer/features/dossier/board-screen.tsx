import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Board24Regular, BookDatabase20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { BoardRow } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { hashOf, loadBoard, useBoard } from '../../state';
import { EmptyState, FailureBar, Screen } from '../../ui';
import { showDay } from './day-text';
import { RegisterView } from './register-view';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    '& th, & td': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
    // The name takes what is left; short facts stay in one piece.
    '& th:not(:first-child), & td:not(:first-child)': { whiteSpace: 'nowrap' },
  },
  quiet: { display: 'block', whiteSpace: 'normal', color: tokens.colorNeutralForeground3 },
});

const day = (iso: string | null): string => (iso === null ? '—' : showDay(iso));

const COLORS = {
  waiting: 'informative',
  supplement: 'warning',
  selected: 'success',
  rejected: 'danger',
} as const;

/** All dossiers and how far they have come. */
export const BoardScreen = () => {
  const t = useWords();
  const styles = useStyles();
  const { rows, failure } = useBoard();
  const [register, setRegister] = useState(false);
  useEffect(() => {
    void loadBoard();
  }, []);
  const row = (one: BoardRow) => (
    <tr key={one.id} data-board={one.id}>
      <td>
        <Link href={hashOf({ screen: 'dossier', id: one.id })}>
          {one.title || t('common.untitled')}
        </Link>
        <Text size={200} className={styles.quiet}>
          {one.callTitle}
          {one.proposals > 1 && ` · ${t('board.proposals', { count: one.proposals })}`}
        </Text>
      </td>
      <td>{t(`dossier.step_${one.step}`)}</td>
      <td>
        {one.code === '' ? '—' : one.code}
        {one.changed && (
          <>
            {' '}
            <Badge color="danger">{t('dossier.mismatch')}</Badge>
          </>
        )}
      </td>
      <td>{day(one.paperOn)}</td>
      <td>{day(one.electronicOn)}</td>
      <td>{one.receiptNumber || '—'}</td>
      <td>
        {one.status === null ? (
          '—'
        ) : (
          <Badge appearance="tint" color={COLORS[one.status]}>
            {t(`dossier.outcome_${one.status}`)}
          </Badge>
        )}
        {one.statusOn !== null && (
          <Text size={200} className={styles.quiet}>
            {[day(one.statusOn), one.note].filter((text) => text !== '').join(' · ')}
          </Text>
        )}
      </td>
    </tr>
  );
  return (
    <Screen
      title={t('board.title')}
      intro={t('board.intro')}
      actions={
        <Button icon={<BookDatabase20Regular />} onClick={() => setRegister(true)}>
          {t('dossier.register')}
        </Button>
      }
    >
      {failure !== null && <FailureBar failure={failure} />}
      {rows !== null && rows.length === 0 && (
        <EmptyState
          icon={<Board24Regular />}
          title={t('board.empty')}
          text={t('board.emptyText')}
        />
      )}
      {rows !== null && rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('board.dossier')}</th>
                <th>{t('board.step')}</th>
                <th>{t('dossier.code')}</th>
                <th>{t('dossier.medium_paper')}</th>
                <th>{t('dossier.medium_electronic')}</th>
                <th>{t('board.receipt')}</th>
                <th>{t('dossier.outcome')}</th>
              </tr>
            </thead>
            <tbody>{rows.map(row)}</tbody>
          </table>
        </div>
      )}
      {register && <RegisterView id={null} onClose={() => setRegister(false)} />}
    </Screen>
  );
};
