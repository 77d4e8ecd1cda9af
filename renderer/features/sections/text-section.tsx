import { makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import { useWords } from '../../i18n';
import { editSection } from '../../state';
import { PAPER_FACE } from '../../ui';
import type { SectionProps } from './section-props';
import { useInitialValue } from './use-section-value';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'block',
    width: `calc(100% + 2 * ${tokens.spacingHorizontalS})`,
    minHeight: '40px',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
    resize: 'none',
    overflow: 'hidden',
    border: `1px solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: PAPER_FACE,
    fontSize: '18.67px',
    fontWeight: tokens.fontWeightBold,
    lineHeight: '1.3',
    '::placeholder': { color: tokens.colorNeutralForeground3, fontWeight: 400 },
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1}` },
    ':focus': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-1px' },
  },
});

/** A plain text of one or a few lines, such as the title. Grows with its text, never cuts it. */
export const TextSection = ({ section, readOnly, onFocus }: SectionProps) => {
  const t = useWords();
  const styles = useStyles();
  const initial = useInitialValue(section, 'text');
  const area = useRef<HTMLTextAreaElement>(null);
  const grow = (): void => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  };
  useLayoutEffect(grow, []);
  return (
    <textarea
      ref={area}
      rows={1}
      lang="vi"
      className={styles.root}
      data-field="text"
      aria-labelledby={`heading-${section.id}`}
      placeholder={t('section.titlePlaceholder')}
      defaultValue={initial ?? ''}
      readOnly={readOnly}
      spellCheck={false}
      onFocus={onFocus}
      onChange={(event) => {
        grow();
        editSection(section.id, event.currentTarget.value);
      }}
    />
  );
};
