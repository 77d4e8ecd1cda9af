import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { ChevronDown12Regular, MathSymbols20Regular } from '@fluentui/react-icons';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useWords } from '../i18n';

/** What technical Vietnamese needs and keyboards do not have; each one is in the paper's font. */
const SYMBOLS = [
  '°',
  '±',
  '×',
  '÷',
  '≤',
  '≥',
  '≠',
  '≈',
  'µ',
  'Ω',
  'Ø',
  'α',
  'β',
  'Δ',
  'π',
  'σ',
  '²',
  '³',
  '½',
  '¼',
  '‰',
  '√',
  '∞',
  '→',
  '–',
  '—',
  '…',
  '“',
  '”',
  '§',
  '€',
  '₫',
] as const;

const useStyles = makeStyles({
  button: { minWidth: '36px', height: '28px', paddingInline: '4px', gap: 0 },
  surface: { padding: '8px' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(8, 32px)', gap: '2px' },
  symbol: {
    minWidth: '32px',
    width: '32px',
    height: '32px',
    padding: 0,
    fontFamily: "'Times New Roman', 'Ban De Xuat Serif', serif",
    fontSize: tokens.fontSizeBase500,
    fontWeight: 400,
  },
});

interface SymbolMenuProps {
  disabled: boolean;
  act: (run: (editor: Editor) => void) => () => void;
}

/** Signs to put in at the caret. */
export const SymbolMenu = ({ disabled, act }: SymbolMenuProps) => {
  const t = useWords();
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'grid-linear', memorizeCurrent: true });
  const [open, setOpen] = useState(false);
  const insert = (symbol: string): void => {
    setOpen(false);
    act((editor) => editor.chain().focus().insertContent({ type: 'text', text: symbol }).run())();
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={t('editor.symbol')} relationship="label" showDelay={500}>
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<MathSymbols20Regular />}
            disabledFocusable={disabled}
            onMouseDown={(event) => event.preventDefault()}
          >
            <ChevronDown12Regular />
          </Button>
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} data-editor-tools>
        <div className={styles.grid} {...arrows}>
          {SYMBOLS.map((symbol) => (
            <Button
              key={symbol}
              className={styles.symbol}
              appearance="subtle"
              onClick={() => insert(symbol)}
            >
              {symbol}
            </Button>
          ))}
        </div>
      </PopoverSurface>
    </Popover>
  );
};
