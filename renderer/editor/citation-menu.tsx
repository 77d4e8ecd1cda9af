import {
  Badge,
  Button,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { Search20Regular, TextQuote20Regular } from '@fluentui/react-icons';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { foldText, isCivilDate } from '../../shared/base';
import type { LegalReference } from '../../shared/model';
import { formatCitation, officialDate } from '../../shared/rules';
import { useWords } from '../i18n';
import { notify, useLibrary, useOpenProposal } from '../state';
import { useActiveEditor } from './active-editor';
import { type CitationPlace, citationForm } from './citation-form';

const useStyles = makeStyles({
  button: { minWidth: '26px', width: '26px', height: '28px', padding: 0 },
  surface: {
    width: 'min(520px, 90vw)',
    maxHeight: '60vh',
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowY: 'auto', display: 'grid' },
  option: {
    display: 'grid',
    width: '100%',
    justifyItems: 'start',
    justifyContent: 'stretch',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const MOST = 12;

const wordsOf = (reference: LegalReference): string =>
  foldText(
    [formatCitation(reference, 'full').text, ...reference.variants].filter(Boolean).join(' '),
  );

const placeOf = (editor: Editor): CitationPlace | null => {
  const { template, values } = useOpenProposal.getState();
  const section = editor.view.dom.closest('[data-editor]')?.getAttribute('data-editor') ?? null;
  if (template === null || section === null) return null;
  const { doc, selection } = editor.state;
  return { template, values, section, before: doc.textBetween(0, selection.from, '\n', ' ') };
};

/** Runs of letters need a space between them; the start of a line and an open bracket do not. */
const spaced = (text: string, before: string): string =>
  before === '' || /[\s(“"'/–-]$/u.test(before) ? text : ` ${text}`;

/** Documents to cite: found by number or title, written as their first or a later mention. */
export const CitationMenu = ({ disabled }: { disabled: boolean }) => {
  const t = useWords();
  const styles = useStyles();
  const references = useLibrary((state) => state.references);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const { editor } = useActiveEditor();
  const place = open && editor !== null && !editor.isDestroyed ? placeOf(editor) : null;

  const ofCall = new Set(
    useOpenProposal((state) => state.call)?.references.map(({ reference }) => reference) ?? [],
  );
  const wanted = foldText(query).split(' ');
  const found = references
    .filter((reference) => {
      const words = wordsOf(reference);
      return wanted.every((word) => words.includes(word));
    })
    // What the call itself stands on is cited most.
    .sort((a, b) => Number(ofCall.has(b.id)) - Number(ofCall.has(a.id)))
    .slice(0, MOST);

  const insert = (reference: LegalReference): void => {
    if (place === null || editor === null || editor.isDestroyed) return;
    const { text } = formatCitation(reference, citationForm(reference, place));
    // At once, not with the next frame: what is typed meanwhile must not go to the toolbar.
    flushSync(() => setOpen(false));
    editor.view.focus();
    editor.commands.insertContent({ type: 'text', text: spaced(text, place.before) });
    const [conflict] = reference.conflicts;
    if (conflict !== undefined) {
      const read = ({ value }: { value: string }): string =>
        isCivilDate(value) ? officialDate(value) : value;
      notify({
        intent: 'info',
        text: t('editor.citationConflict', {
          name: formatCitation(reference, 'short').text,
          readings: [...new Set(conflict.readings.map(read))].join('; '),
          used: read({ value: conflict.preferred }),
        }),
      });
    }
  };

  const optionOf = (reference: LegalReference) => {
    const form = place === null ? 'full' : citationForm(reference, place);
    const { text, cautions } = formatCitation(reference, form);
    return (
      <li key={reference.id}>
        <Button
          className={styles.option}
          appearance="subtle"
          data-cite={reference.id}
          onClick={() => insert(reference)}
        >
          <span className={styles.head}>
            <span className={styles.name} lang="vi">
              {formatCitation(reference, 'short').text}
            </span>
            <Badge appearance="tint" color="informative">
              {form === 'full' ? t('editor.citationFirst') : t('editor.citationLater')}
            </Badge>
            {reference.conflicts.length > 0 && (
              <Badge appearance="filled" color="warning">
                {t('library.conflict')}
              </Badge>
            )}
          </span>
          {form === 'full' && <span lang="vi">{text}</span>}
          {reference.conflicts.length > 0 && (
            <span className={styles.quiet} lang="vi">
              {cautions[0]}
            </span>
          )}
        </Button>
      </li>
    );
  };

  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => {
        setOpen(data.open);
        setQuery('');
      }}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={t('editor.citation')} relationship="label" showDelay={500}>
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<TextQuote20Regular />}
            disabledFocusable={disabled}
            onMouseDown={(event) => event.preventDefault()}
          />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface
        className={styles.surface}
        data-editor-tools
        aria-label={t('editor.citation')}
      >
        <Input
          contentBefore={<Search20Regular />}
          aria-label={t('editor.citationSearch')}
          placeholder={t('editor.citationSearch')}
          onChange={(_, data) => setQuery(data.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined)
              return;
            event.preventDefault();
            insert(first);
          }}
        />
        {found.length === 0 && <Text>{t('editor.citationNone')}</Text>}
        <ul className={styles.list}>{found.map(optionOf)}</ul>
      </PopoverSurface>
    </Popover>
  );
};
