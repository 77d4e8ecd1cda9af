import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  BookInformation20Regular,
  ChevronDown16Regular,
  ChevronUp16Regular,
} from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { TemplateSection } from '../../../shared/model';
import { useWords } from '../../i18n';
import { PAPER_FACE } from '../../ui';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    padding: `${tokens.spacingVerticalL} var(--sheet-padding)`,
    scrollMarginTop: tokens.spacingVerticalM,
    '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  current: {
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: tokens.spacingVerticalM,
      insetInlineStart: 0,
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  heading: {
    flex: 1,
    margin: 0,
    paddingTop: '2px',
    fontFamily: PAPER_FACE,
    fontSize: '17px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightBold,
  },
  toggle: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  guidance: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalM,
    '&[hidden]': { display: 'none' },
  },
  official: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
  },
  advice: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
  },
  label: {
    display: 'block',
    marginBottom: '2px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface SectionFrameProps {
  section: TemplateSection;
  current: boolean;
  unreadable: boolean;
  children: ReactNode;
}

/** Fixed heading, official guidance and our own advice apart from it, then the answer. */
export const SectionFrame = ({ section, current, unreadable, children }: SectionFrameProps) => {
  const t = useWords();
  const styles = useStyles();
  const [open, setOpen] = useState(section.guidance !== '');
  const hasGuidance = section.guidance !== '' || section.advice !== '';
  const headingId = `heading-${section.id}`;
  const guidanceId = `guidance-${section.id}`;
  const label = open ? t('section.hideGuidance') : t('section.showGuidance');
  return (
    <section
      className={mergeClasses(styles.root, current && styles.current)}
      data-section={section.id}
      aria-labelledby={headingId}
    >
      <div className={styles.head}>
        <h2 id={headingId} className={styles.heading} lang="vi">
          {section.numeral}. {section.heading}
        </h2>
        {hasGuidance && (
          <Button
            className={styles.toggle}
            appearance="subtle"
            size="small"
            icon={<BookInformation20Regular />}
            aria-expanded={open}
            aria-controls={guidanceId}
            aria-label={label}
            title={label}
            onClick={() => setOpen(!open)}
          >
            {open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          </Button>
        )}
      </div>
      {hasGuidance && (
        <div id={guidanceId} className={styles.guidance} hidden={!open}>
          {section.guidance !== '' && (
            <div className={styles.official} lang="vi">
              <span className={styles.label}>{t('section.official')}</span>
              {section.guidance}
            </div>
          )}
          {section.advice !== '' && (
            <div className={styles.advice} lang="vi">
              <span className={styles.label}>{t('section.advice')}</span>
              {section.advice}
            </div>
          )}
        </div>
      )}
      {unreadable ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('section.unreadable')}</MessageBarBody>
        </MessageBar>
      ) : (
        children
      )}
    </section>
  );
};
