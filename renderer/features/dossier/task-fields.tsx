import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { parseAmount, vietnameseNumber } from '../../../shared/base';
import type { DossierRecord } from '../../../shared/ipc';
import { type DossierData, emptyCommitment, emptySummary } from '../../../shared/model';
import { useWords } from '../../i18n';
import { EntryField } from './entry-field';

const useStyles = makeStyles({
  root: { gridColumn: '1 / -1', display: 'grid', gap: tokens.spacingVerticalXS },
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
  heading: { paddingTop: tokens.spacingVerticalM },
  wide: { gridColumn: '1 / -1' },
});

const amountText = (amount: number | null | undefined): string =>
  amount === null || amount === undefined ? '' : vietnameseNumber(amount);

export type DayField = (
  label: string,
  name: string,
  initial: string | null,
  set: (day: string | null) => void,
) => ReactNode;

interface TaskFieldsProps {
  record: DossierRecord;
  /** Changed in place; the dialog saves it. */
  data: DossierData;
  /** A field for a day, which says when it is none. */
  day: DayField;
}

/** What each proposal adds: whether it builds a model point, the commitment, words for the table. */
export const TaskFields = ({ record, data, day }: TaskFieldsProps) => {
  const t = useWords();
  const styles = useStyles();
  const hasTable = record.papers.some(({ kind }) => kind === 'summary-table');
  const commitmentOf = (id: string) => {
    const own = data.commitments[id] ?? emptyCommitment();
    data.commitments[id] = own;
    return own;
  };
  const summaryOf = (id: string) => {
    const own = data.summaries[id] ?? emptySummary();
    data.summaries[id] = own;
    return own;
  };
  const commitmentFields = (id: string) => {
    const own = data.commitments[id];
    const text = (
      part: 'name' | 'address' | 'taxCode' | 'representative' | 'position',
      label: string,
      hint?: string,
    ) => (
      <EntryField
        name={`commitment.${id}.${part === 'name' ? 'enterprise' : part}`}
        label={label}
        initial={own?.enterprise[part] ?? ''}
        {...(hint === undefined ? {} : { hint })}
        onChange={(value) => {
          commitmentOf(id).enterprise[part] = value;
        }}
      />
    );
    const words = (part: 'need' | 'cooperation' | 'reception', label: string) => (
      <div className={styles.wide}>
        <EntryField
          name={`commitment.${id}.${part}`}
          label={label}
          rows={2}
          initial={own?.[part] ?? ''}
          onChange={(value) => {
            commitmentOf(id)[part] = value;
          }}
        />
      </div>
    );
    return (
      <div className={styles.group}>
        {text('name', t('dossier.enterprise'), t('dossier.enterpriseHint'))}
        {text('address', t('organisations.address'))}
        {text('taxCode', t('organisations.taxCode'))}
        {text('representative', t('dossier.representative'))}
        {text('position', t('dossier.signerPosition'))}
        <EntryField
          name={`commitment.${id}.amount`}
          label={t('dossier.commitAmount')}
          initial={amountText(own?.amount)}
          hint={t('dossier.commitAmountHint')}
          onChange={(value) => {
            commitmentOf(id).amount = value.trim() === '' ? null : parseAmount(value);
          }}
        />
        {day(t('dossier.commitDate'), `commitment.${id}.date`, own?.date ?? null, (value) => {
          commitmentOf(id).date = value;
        })}
        {words('need', t('dossier.commitNeed'))}
        {words('cooperation', t('dossier.commitCooperation'))}
        {words('reception', t('dossier.commitReception'))}
      </div>
    );
  };
  const summaryFields = (id: string) => {
    const own = data.summaries[id];
    const words = (
      part: 'necessity' | 'objectives' | 'contents' | 'results' | 'places' | 'note',
    ) => (
      <EntryField
        key={part}
        name={`summary.${id}.${part}`}
        label={t(`dossier.summary_${part}`)}
        rows={3}
        initial={own?.[part] ?? ''}
        onChange={(value) => {
          summaryOf(id)[part] = value;
        }}
      />
    );
    return (
      <Accordion collapsible>
        <AccordionItem value="summary">
          <AccordionHeader>{t('dossier.summaryWords')}</AccordionHeader>
          <AccordionPanel>
            <Text block>{t('dossier.summaryHint')}</Text>
            <div className={styles.group}>
              {(['necessity', 'objectives', 'contents', 'results', 'places', 'note'] as const).map(
                words,
              )}
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    );
  };
  return record.proposals.map(({ id, title }, index) => (
    <section key={id} className={styles.root} data-task={id}>
      <Text as="h3" weight="semibold" block className={styles.heading}>
        {record.proposals.length > 1 ? `${index + 1}. ${title}` : t('dossier.dataCommitment')}
      </Text>
      <Checkbox
        label={t('dossier.modelPoint')}
        defaultChecked={data.modelPoint.includes(id)}
        onChange={(_, { checked }) => {
          const others = data.modelPoint.filter((one) => one !== id);
          data.modelPoint = checked === true ? [...others, id] : others;
        }}
      />
      {record.papers.some((paper) => paper.id === `commitment:${id}`) && commitmentFields(id)}
      {hasTable && summaryFields(id)}
    </section>
  ));
};
