import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { IpcFailure, RegisterRecord } from '../../../shared/ipc';
import { relativeTime, useWords } from '../../i18n';
import { askDossier, readDossierRegister } from '../../state';
import { FailureBar } from '../../ui';
import { DossierDialog } from './dossier-dialog';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  },
  hash: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  time: { whiteSpace: 'nowrap' },
  /** Names of tasks are long; two lines tell which it is. */
  dossier: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  person: { minWidth: '120px' },
  broken: { backgroundColor: tokens.colorPaletteRedBackground1 },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
});

const brokenFailure = (message: string, hint: string): Pick<IpcFailure, 'message' | 'hint'> => ({
  message,
  hint,
});

interface RegisterViewProps {
  /** null: of all dossiers. */
  id: string | null;
  onClose: () => void;
}

/** What was done, when and by whom. An entry that was altered outside the program is shown as such. */
export const RegisterView = ({ id, onClose }: RegisterViewProps) => {
  const t = useWords();
  const styles = useStyles();
  const [entries, setEntries] = useState<readonly RegisterRecord[] | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  useEffect(() => {
    void readDossierRegister(id).then((answer) => {
      if (answer.ok) setEntries(answer.value);
      else setFailure(answer.error);
    });
  }, [id]);
  const broken = (entries ?? []).filter(({ intact }) => !intact).map((entry) => entry.id);
  const now = new Date();
  return (
    <DossierDialog wide="widest" title={t('dossier.register')} action={null} onClose={onClose}>
      <div className={styles.head}>
        <Text>{t('dossier.registerIntro')}</Text>
        <Button
          icon={<Print20Regular />}
          onClick={() => void askDossier('dossier.printRegister', { id })}
        >
          {t('workspace.print')}
        </Button>
      </div>
      {failure !== null && <FailureBar failure={failure} />}
      {broken.length > 0 ? (
        <FailureBar
          title={t('dossier.chainBroken')}
          failure={brokenFailure(
            t('dossier.chainBrokenText', { rows: broken.join(', ') }),
            t('dossier.chainBrokenHint'),
          )}
        />
      ) : (
        entries !== null && (
          <Text data-chain="intact">{t('dossier.chainIntact', { count: entries.length })}</Text>
        )
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('dossier.colNumber')}</th>
            <th>{t('dossier.colTime')}</th>
            <th>{t('dossier.colPerson')}</th>
            {id === null && <th>{t('board.dossier')}</th>}
            <th>{t('dossier.colWhat')}</th>
            <th>{t('dossier.code')}</th>
            <th>{t('dossier.colPages')}</th>
            <th>SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {(entries ?? []).map((entry) => (
            <tr
              key={entry.id}
              data-register={entry.kind}
              {...(entry.intact ? {} : { className: styles.broken })}
            >
              <td>{entry.id}</td>
              <td className={styles.time}>{relativeTime(entry.at, now, t)}</td>
              <td className={styles.person}>
                {entry.actor === '' ? t('dossier.noName') : entry.actor}
              </td>
              {id === null && (
                <td>
                  <span className={styles.dossier} title={entry.title}>
                    {entry.title || t('common.untitled')}
                  </span>
                </td>
              )}
              <td>
                {entry.text}
                {!entry.intact && (
                  <>
                    {' '}
                    <Badge color="danger">{t('dossier.altered')}</Badge>
                  </>
                )}
              </td>
              <td className={styles.time}>{entry.code}</td>
              <td>{entry.pages ?? ''}</td>
              <td className={styles.hash} title={entry.sha256}>
                {entry.sha256.slice(0, 12)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DossierDialog>
  );
};
