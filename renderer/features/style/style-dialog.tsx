import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Style } from '../../../shared/model';
import { decimal, useWords } from '../../i18n';
import { editStyle, useOpenProposal } from '../../state';
import { NumberField } from '../../ui';
import { PageSketch } from './page-sketch';
import { StyleCount } from './style-count';
import {
  marginKeys,
  readStyle,
  type StyleKey,
  sameStyle,
  textKeys,
  withStyle,
} from './style-fields';

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  intro: { color: tokens.colorNeutralForeground2 },
  columns: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    '@media (max-width: 620px)': { gridTemplateColumns: '1fr' },
  },
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(190px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  legend: { display: 'block', marginBottom: tokens.spacingVerticalS },
});

const DIGITS = 2;

const UNITS = {
  fontSize: 'style.points',
  lineSpacing: 'style.times',
  spaceAfter: 'style.points',
  indent: 'style.millimetres',
  marginTop: 'style.millimetres',
  marginBottom: 'style.millimetres',
  marginLeft: 'style.millimetres',
  marginRight: 'style.millimetres',
} as const satisfies Record<StyleKey, string>;

/** Typography within the legal ranges; each change is on the pages at once, and can be taken back. */
export const StyleDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const styles = useStyles();
  const { template, style, readOnly } = useOpenProposal();
  const [before] = useState(style);
  const [problems, setProblems] = useState<Readonly<Partial<Record<StyleKey, string>>>>({});
  /** Counts the times all fields were given other numbers from outside. */
  const [generation, setGeneration] = useState(0);
  const latest = useRef(style);
  if (template === null || style === null || before === null) return null;
  const { ranges, style: own } = template.typography;

  const change = (key: StyleKey, value: number | null): void => {
    const { min, max } = ranges[key];
    const isLegal = value !== null && value >= min && value <= max;
    const problem = t('style.outside', {
      name: t(`style.${key}`),
      min: decimal(min, DIGITS),
      max: decimal(max, DIGITS),
      unit: t(UNITS[key]),
    });
    setProblems(({ [key]: _, ...others }) => (isLegal ? others : { ...others, [key]: problem }));
    if (!isLegal) return;
    latest.current = withStyle(latest.current ?? style, key, value);
    editStyle(latest.current);
  };
  const replace = (next: Style): void => {
    latest.current = next;
    editStyle(next);
    setProblems({});
    setGeneration(generation + 1);
  };

  const field = (key: StyleKey) => {
    const { min, max, step } = ranges[key];
    const unit = t(UNITS[key]);
    return (
      <NumberField
        key={`${key}-${generation}`}
        label={t(`style.${key}`)}
        unit={unit}
        hint={t('style.range', { min: decimal(min, DIGITS), max: decimal(max, DIGITS) })}
        initialValue={readStyle(latest.current ?? style, key)}
        {...{ min, max, step, readOnly }}
        words={{ less: t('style.less'), more: t('style.more') }}
        problem={problems[key] ?? null}
        onChange={(value) => change(key, value)}
      />
    );
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('style.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text className={styles.intro}>{t('style.intro')}</Text>
            <div className={styles.columns}>
              <div className={styles.groups}>
                <section aria-label={t('style.text')}>
                  <Text as="h3" weight="semibold" className={styles.legend}>
                    {t('style.text')}
                  </Text>
                  <div className={styles.fields}>{textKeys.map(field)}</div>
                </section>
                <section aria-label={t('style.margins')}>
                  <Text as="h3" weight="semibold" className={styles.legend}>
                    {t('style.margins')}
                  </Text>
                  <div className={styles.fields}>{marginKeys.map(field)}</div>
                </section>
              </div>
              <PageSketch style={style} />
            </div>
            <StyleCount />
          </DialogContent>
          <DialogActions position="start">
            <Button
              disabledFocusable={readOnly || sameStyle(style, before)}
              onClick={() => replace(before)}
            >
              {t('style.undo')}
            </Button>
            <Button
              disabledFocusable={readOnly || sameStyle(style, own)}
              onClick={() => replace(own)}
            >
              {t('style.reset')}
            </Button>
          </DialogActions>
          <DialogActions position="end">
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
