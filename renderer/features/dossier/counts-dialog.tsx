import { Checkbox, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import type { DossierData } from '../../../shared/model';
import { useWords } from '../../i18n';
import { saveDossier } from '../../state';
import { DossierDialog } from './dossier-dialog';
import { taskOf } from './task-of';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
    },
    '& th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  },
  number: { width: '84px' },
  quiet: {
    display: 'block',
    paddingInlineStart: '36px',
    color: tokens.colorNeutralForeground3,
  },
});

const readCount = (text: string): number | null =>
  /^\d{1,2}$/.test(text.trim()) ? Number(text.trim()) : null;

interface CountsDialogProps {
  record: DossierRecord;
  onClose: () => void;
}

/** Which papers go in, and how many of each: where the letter names no number, the person does. */
export const CountsDialog = ({ record, onClose }: CountsDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const draft = useRef<DossierData>(structuredClone(record.data));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const data = draft.current;
  const enclosed = record.papers.filter((paper) => paper.enclosed);
  const rows = [
    ...enclosed.map((paper) => ({
      ...{ id: paper.id, title: paper.title, isIn: true },
      ...{ originals: paper.originals, copies: paper.copies },
      fact: [
        ...taskOf(record, paper),
        ...(paper.required === 'conditional' ? [paper.condition || t('dossier.conditional')] : []),
        ...(paper.required === 'ours' ? [t('dossier.notAsked')] : []),
        ...(paper.countKnown ? [] : [t('dossier.countUnknown')]),
      ].join(' · '),
    })),
    ...record.left.map(({ id, title }) => ({
      ...{ id, title, originals: 1, copies: 0, isIn: false },
      fact: t('dossier.leftOut'),
    })),
  ];
  const countOf = (id: string): { originals: number; copies: number } => {
    const row = rows.find((one) => one.id === id);
    const own = data.counts[id] ?? {
      originals: row?.originals ?? 1,
      copies: row?.copies ?? 0,
    };
    data.counts[id] = own;
    return own;
  };
  const number = (id: string, title: string, which: 'originals' | 'copies', initial: number) => {
    const name = `${which}.${id}`;
    return (
      <Input
        className={styles.number}
        inputMode="numeric"
        defaultValue={String(initial)}
        data-field={name}
        aria-label={t(`dossier.countOf_${which}`, { title })}
        aria-invalid={wrong.includes(name)}
        onChange={(_, { value }) => {
          const count = readCount(value);
          setWrong([...wrong.filter((one) => one !== name), ...(count === null ? [name] : [])]);
          if (count !== null) countOf(id)[which] = count;
        }}
      />
    );
  };
  const save = async (): Promise<void> => {
    if (await saveDossier(record.lead, data)) onClose();
  };
  return (
    <DossierDialog
      wide
      title={t('dossier.countsTitle')}
      action={t('common.save')}
      isOff={wrong.length > 0}
      onDo={() => void save()}
      onClose={onClose}
    >
      <Text>{t('dossier.countsIntro')}</Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('dossier.colPaper')}</th>
            <th>{t('dossier.colOriginals')}</th>
            <th>{t('dossier.colCopies')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, originals, copies, isIn, fact }) => (
            <tr key={id} data-count={id}>
              <td>
                <Checkbox
                  label={title}
                  defaultChecked={isIn}
                  onChange={(_, { checked }) => {
                    const others = data.without.filter((one) => one !== id);
                    data.without = checked === true ? others : [...others, id];
                  }}
                />
                {fact !== '' && (
                  <Text size={200} className={styles.quiet}>
                    {fact}
                  </Text>
                )}
              </td>
              <td>{number(id, title, 'originals', originals)}</td>
              <td>{number(id, title, 'copies', copies)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong.length > 0 && <Text role="alert">{t('dossier.countBad')}</Text>}
    </DossierDialog>
  );
};
