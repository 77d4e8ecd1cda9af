import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  Add20Regular,
  ArrowDown20Regular,
  ArrowUp20Regular,
  Delete20Regular,
} from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { editSection } from '../../state';
import { AnswerGroup } from './answer-group';
import type { SectionProps } from './section-props';
import { useInitialValue } from './use-section-value';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  list: {
    width: '100%',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr auto auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
  },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Line {
  /** Keeps each field with its own text when lines move. */
  readonly key: number;
  text: string;
}

export const AttachmentsSection = ({ section, readOnly, onFocus }: SectionProps) => {
  const t = useWords();
  const styles = useStyles();
  const initial = useInitialValue(section, 'attachments');
  const lastKey = useRef(initial?.length ?? 0);
  const list = useRef<HTMLOListElement>(null);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    (initial ?? []).map((text, key) => ({ key, text })),
  );
  const [fresh, setFresh] = useState<number | null>(null);
  const keep = (next: readonly Line[]): void => {
    setLines(next);
    editSection(
      section.id,
      next.map(({ text }) => text),
    );
  };
  const add = (): void => {
    lastKey.current += 1;
    setFresh(lastKey.current);
    keep([...lines, { key: lastKey.current, text: '' }]);
  };
  const move = (index: number, step: -1 | 1): void => {
    const next = [...lines];
    const [line] = next.splice(index, 1);
    if (line !== undefined) next.splice(index + step, 0, line);
    keep(next);
  };
  const type = (line: Line, text: string): void => {
    line.text = text;
    editSection(
      section.id,
      lines.map((one) => one.text),
    );
  };
  return (
    <AnswerGroup sectionId={section.id} className={styles.root} onFocus={onFocus}>
      {lines.length === 0 && <Text className={styles.quiet}>{t('attachments.none')}</Text>}
      <ol className={styles.list} ref={list}>
        {lines.map((line, index) => {
          const number = index + 1;
          return (
            <li key={line.key} className={styles.item}>
              <span className={styles.number}>{number}.</span>
              <Input
                lang="vi"
                data-field={String(index)}
                aria-label={t('attachments.name', { number })}
                placeholder={t('attachments.placeholder')}
                defaultValue={line.text}
                readOnly={readOnly}
                autoFocus={line.key === fresh}
                onChange={(_, data) => type(line, data.value)}
              />
              <Button
                appearance="subtle"
                icon={<ArrowUp20Regular />}
                aria-label={t('attachments.up', { number })}
                title={t('attachments.up', { number })}
                disabled={readOnly || index === 0}
                onClick={() => move(index, -1)}
              />
              <Button
                appearance="subtle"
                icon={<ArrowDown20Regular />}
                aria-label={t('attachments.down', { number })}
                title={t('attachments.down', { number })}
                disabled={readOnly || index === lines.length - 1}
                onClick={() => move(index, 1)}
              />
              <Button
                appearance="subtle"
                icon={<Delete20Regular />}
                aria-label={t('attachments.remove', { number })}
                title={t('attachments.remove', { number })}
                disabled={readOnly}
                onClick={() => keep(lines.filter((one) => one !== line))}
              />
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <Button data-first-control icon={<Add20Regular />} onClick={add}>
          {t('attachments.add')}
        </Button>
      )}
    </AnswerGroup>
  );
};
