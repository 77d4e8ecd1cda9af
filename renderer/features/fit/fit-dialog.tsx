import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Style, Template } from '../../../shared/model';
import { decimal, pagesText, useWords, wholeNumber } from '../../i18n';
import { editStyle, useOpenProposal, usePageCount } from '../../state';
import { Delayed, fullnessOf, linesSentence } from '../../ui';
import { LinesToSave } from './lines-to-save';
import { StyleChoices } from './style-choices';
import { type StyleTrials, useLinesToSave, useStyleTrials } from './use-fit-trials';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  count: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: 'tabular-nums',
  },
  over: { color: tokens.colorStatusDangerForeground1 },
  grow: { flex: 1 },
  part: { display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Places beyond these are read by nobody. */
const MOST_LINES = 8;

/** Ways to come down to the form's limit: other legal typography, and the cheapest words to cut. */
export const FitDialog = ({ onClose }: { onClose: () => void }) => {
  const template = useOpenProposal((state) => state.template);
  const style = useOpenProposal((state) => state.style);
  if (template === null || style === null) return null;
  return <OpenFitDialog template={template} style={style} onClose={onClose} />;
};

interface OpenFitDialogProps {
  template: Template;
  style: Style;
  onClose: () => void;
}

const OpenFitDialog = ({ template, style, onClose }: OpenFitDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const { typography, pageLimit } = template;
  const limit = pageLimit.max;
  const count = usePageCount();
  const trials = useStyleTrials(typography.style, typography.ranges, limit);
  const lines = useLinesToSave();
  const [before] = useState(style);
  const status = useRef<HTMLDivElement>(null);
  // The button that changed the style is gone with it: without the focus Escape would close nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the style's change that counts
  useEffect(() => {
    if (document.activeElement === document.body) status.current?.focus();
  }, [style]);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('fit.title', { limit })}</DialogTitle>
          <DialogContent className={styles.content}>
            <div ref={status} className={styles.count} role="status" tabIndex={-1}>
              <Text weight="semibold">
                {t('meter.pagesOf', { pages: pagesText(count.fill), limit })}
              </Text>
              <Text
                className={mergeClasses(styles.grow, fullnessOf(count) === 'over' && styles.over)}
              >
                {linesSentence(count, t)}
              </Text>
              {before !== style && (
                <Button size="small" onClick={() => editStyle(before)}>
                  {t('common.undo')}
                </Button>
              )}
            </div>
            <section className={styles.part} aria-labelledby="fit-styles">
              <Text as="h3" id="fit-styles" weight="semibold">
                {t('fit.styles', { limit })}
              </Text>
              {trials === null && (
                <Delayed>
                  <Spinner size="tiny" labelPosition="after" label={t('fit.trying')} />
                </Delayed>
              )}
              {trials === 'failed' && <Text className={styles.over}>{t('fit.failed')}</Text>}
              {trials !== null && trials !== 'failed' && (
                <Choices trials={trials} template={template} now={style} />
              )}
            </section>
            <section className={styles.part} aria-labelledby="fit-lines">
              <Text as="h3" id="fit-lines" weight="semibold">
                {t('fit.lines')}
              </Text>
              <Text size={200} className={styles.quiet}>
                {lines?.length === 0 ? t('fit.noLines') : t('fit.linesHint')}
              </Text>
              {lines !== null && lines.length > 0 && (
                <LinesToSave lines={lines.slice(0, MOST_LINES)} onGo={onClose} />
              )}
            </section>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

interface ChoicesProps {
  trials: StyleTrials;
  template: Template;
  now: Style;
}

const Choices = ({ trials, template, now }: ChoicesProps) => {
  const t = useWords();
  const styles = useStyles();
  const { choices, fits, tried, took } = trials;
  const limit = template.pageLimit.max;
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {t('fit.tried', { styles: wholeNumber(tried), took: decimal(took / 1000, 2) })}{' '}
        {fits ? t('fit.order') : t('fit.noneFits', { limit })}
      </Text>
      <StyleChoices choices={choices} now={now} onApply={({ style }) => editStyle(style)} />
    </>
  );
};
