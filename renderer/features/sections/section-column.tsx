import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { EditorToolbar } from '../../editor';
import { useWords } from '../../i18n';
import {
  anchorOf,
  type CaretPlace,
  placeCaret,
  placeOf,
  rememberView,
  useFocusRequest,
  useOpenProposal,
  type View,
} from '../../state';
import { AttachmentsSection } from './attachments-section';
import { DurationSection } from './duration-section';
import { enterField } from './enter-field';
import { MoneySection } from './money-section';
import { OrganisationSection } from './organisation-section';
import { RichTextSection, richTextHandles } from './rich-text-section';
import { SectionFrame } from './section-frame';
import type { SectionProps } from './section-props';
import { TextSection } from './text-section';
import { createWhenIdle } from './when-idle';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  toolbar: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroll: {
    flex: 1,
    overflowY: 'auto',
    containerType: 'inline-size',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 40vh`,
    '@media (max-width: 1000px)': { paddingInline: tokens.spacingHorizontalS },
  },
  // 160 mm of text, as on the paper with 30 and 20 mm margins.
  sheet: {
    '--sheet-padding': '32px',
    maxWidth: 'calc(160mm + 2 * var(--sheet-padding))',
    marginInline: 'auto',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@container (max-width: 560px)': { '--sheet-padding': '20px' },
  },
  notice: { maxWidth: '669px', marginInline: 'auto', marginBottom: tokens.spacingVerticalM },
});

const FORMS = {
  text: TextSection,
  richText: RichTextSection,
  duration: DurationSection,
  money: MoneySection,
  organisation: OrganisationSection,
  attachments: AttachmentsSection,
} as const;

const Answer = (props: SectionProps) => {
  const Form = FORMS[props.section.kind];
  return <Form {...props} />;
};

interface SectionColumnProps {
  current: string | null;
  onCurrent: (section: string) => void;
  /** Where the person was last time. */
  initialView: View | null;
}

/** All parts in one column, in the order of the form. */
export const SectionColumn = ({ current, onCurrent, initialView }: SectionColumnProps) => {
  const t = useWords();
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  // Not the values: this column must not be drawn again at each key.
  const { record, template, unreadable, readOnly, fontSize, indent, lineSpacing } = useOpenProposal(
    useShallow((state) => ({
      record: state.record,
      template: state.template,
      unreadable: state.unreadable,
      readOnly: state.readOnly,
      fontSize: state.style?.fontSize ?? 14,
      indent: state.style?.indent ?? 0,
      lineSpacing: state.style?.lineSpacing ?? 1,
    })),
  );
  const { request } = useFocusRequest();
  const [whenIdle] = useState(createWhenIdle);

  useEffect(() => {
    const element = scroll.current;
    if (element === null || initialView === null) return;
    element.scrollTop = initialView.scroll;
    const { section, anchor } = initialView;
    const value = section === null ? undefined : useOpenProposal.getState().values[section];
    if (section === null || value === undefined) return;
    const caret = typeof value === 'object' && 'type' in value ? placeOf(value, anchor) : null;
    enterField(element, { section, field: null, caret }, richTextHandles, { scroll: false });
  }, [initialView]);

  useEffect(() => {
    if (request !== null && scroll.current !== null) {
      enterField(scroll.current, request, richTextHandles, { scroll: true });
    }
  }, [request]);

  if (record === null || template === null) return null;

  const paper = {
    '--paper-size': `${fontSize}pt`,
    '--paper-indent': `${indent}mm`,
    '--paper-pitch': Math.max(1.25, lineSpacing * 1.15),
  } as CSSProperties;

  const focused = (section: string): void => {
    onCurrent(section);
    whenIdle(() => {
      placeCaret(section, null);
      rememberView({ section });
    });
  };
  const moved = (section: string, place: CaretPlace): void =>
    whenIdle(() => {
      placeCaret(section, place);
      const value = useOpenProposal.getState().values[section];
      if (typeof value !== 'object' || !('type' in value)) return;
      rememberView({ section, anchor: anchorOf(value, place) });
    });

  return (
    <div className={styles.root}>
      <div className={styles.toolbar}>
        <EditorToolbar />
      </div>
      <div
        ref={scroll}
        className={styles.scroll}
        onScroll={(event) => rememberView({ scroll: event.currentTarget.scrollTop })}
      >
        {record.trashedAt !== null && (
          <div className={styles.notice}>
            <MessageBar intent="warning">
              <MessageBarBody>{t('workspace.trashed')}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        <div className={styles.sheet} key={record.id} style={paper}>
          {template.sections.map((section) => (
            <SectionFrame
              key={section.id}
              section={section}
              current={section.id === current}
              unreadable={unreadable.includes(section.id)}
            >
              <Answer
                section={section}
                readOnly={readOnly}
                onFocus={() => focused(section.id)}
                onSelection={(place) => moved(section.id, place)}
              />
            </SectionFrame>
          ))}
        </div>
      </div>
    </div>
  );
};
