import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Programme, ProgrammeTask } from '../../../shared/model';
import { formatCitation } from '../../../shared/rules';
import { useWords } from '../../i18n';
import { hashOf, notify, useLibrary } from '../../state';
import { copyText } from '../../ui';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  plain: { margin: 0, paddingInlineStart: '20px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '4px' },
  task: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  found: { outline: `2px solid ${tokens.colorBrandStroke1}` },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The five programmes and their tasks, to read and to cite; a task may be pointed at. */
export const Programmes = ({ id }: { id: string | null }) => {
  const t = useWords();
  const styles = useStyles();
  const { programmes, references } = useLibrary();
  const pointed = programmes.find(
    (one) => one.id === id || one.tasks.some((task) => task.id === id),
  );
  const [open, setOpen] = useState<readonly string[]>([]);
  const pointedId = pointed?.id;
  useEffect(() => {
    if (pointedId === undefined) return;
    setOpen((before) => [...before.filter((one) => one !== pointedId), pointedId]);
    const frame = requestAnimationFrame(() =>
      document.querySelector(`[data-task="${CSS.escape(id ?? '')}"]`)?.scrollIntoView({
        block: 'center',
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [pointedId, id]);

  const cite = async (programme: Programme, task: ProgrammeTask): Promise<void> => {
    const record = references.find((one) => one.id === programme.reference);
    const source = record === undefined ? '' : `, ${formatCitation(record, 'full').text}`;
    const done = await copyText(
      `nhiệm vụ “${task.title.replace(/\.$/u, '')}” thuộc ${programme.title}${source}`,
    );
    notify({
      intent: done ? 'success' : 'error',
      text: done ? t('common.copied') : t('common.copyFailed'),
    });
  };
  const taskOf = (programme: Programme, task: ProgrammeTask) => (
    <li
      key={task.id}
      className={mergeClasses(styles.task, task.id === id && styles.found)}
      data-task={task.id}
    >
      <span className={styles.quiet}>{task.number}.</span>
      <div>
        <div>{task.title}</div>
        {task.details.length > 0 && (
          <ul className={styles.plain}>
            {task.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        <div className={styles.quiet}>
          {t('library.lead', { bodies: task.leadBodies.join('; ') })} ·{' '}
          {t('library.period', task.period)}
        </div>
      </div>
      <Button
        size="small"
        appearance="subtle"
        icon={<Copy16Regular />}
        title={t('library.copyTask')}
        aria-label={t('library.copyTask')}
        onClick={() => void cite(programme, task)}
      />
    </li>
  );
  return (
    <Accordion
      multiple
      collapsible
      openItems={[...open]}
      onToggle={(_, data) => setOpen(data.openItems as string[])}
    >
      {programmes.map((programme) => {
        const record = references.find((one) => one.id === programme.reference);
        const groups = [...new Set(programme.tasks.map(({ group }) => group))];
        return (
          <AccordionItem key={programme.id} value={programme.id} data-programme={programme.id}>
            <AccordionHeader size="large">
              <span className={styles.head} lang="vi">
                {programme.title}
                <Badge appearance="tint" color="informative">
                  {t('library.tasks', { count: programme.tasks.length })}
                </Badge>
                {programme.historical && (
                  <Badge appearance="tint" color="warning">
                    {t('library.historical')}
                  </Badge>
                )}
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <div className={styles.panel} lang="vi">
                {record !== undefined && (
                  <Link href={hashOf({ screen: 'library', shelf: 'van-ban', id: record.id })}>
                    {formatCitation(record, 'full').text}
                  </Link>
                )}
                {programme.note !== '' && <Text className={styles.quiet}>{programme.note}</Text>}
                <Text weight="semibold">{t('library.aims')}</Text>
                <ul className={styles.plain}>
                  {programme.aims.map((aim) => (
                    <li key={aim}>{aim}</li>
                  ))}
                </ul>
                {groups.map((group) => (
                  <div key={group ?? ''} className={styles.panel}>
                    {group !== null && (
                      <Text weight="semibold">
                        {group}. {programme.groups.find(({ numeral }) => numeral === group)?.title}
                      </Text>
                    )}
                    <ul className={styles.list}>
                      {programme.tasks
                        .filter((task) => task.group === group)
                        .map((task) => taskOf(programme, task))}
                    </ul>
                  </div>
                ))}
              </div>
            </AccordionPanel>
          </AccordionItem>
        );
      })}
    </Accordion>
  );
};
