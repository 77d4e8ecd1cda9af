import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { ariaShortcut, isComposingKey, shortcutText } from '../../ui';
import { type Command, findCommands } from './command';

const useStyles = makeStyles({
  surface: {
    alignSelf: 'flex-start',
    marginTop: '10vh',
    padding: 0,
    maxWidth: '600px',
    overflow: 'hidden',
  },
  body: { display: 'flex', flexDirection: 'column', gap: 0, maxHeight: '70vh' },
  hiddenTitle: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    padding: 0,
    overflow: 'hidden',
  },
  search: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  input: {
    flex: 1,
    minWidth: 0,
    height: '52px',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase400,
    '::placeholder': { color: tokens.colorNeutralForeground3 },
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingVerticalXS,
    overflowY: 'auto',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  title: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  group: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  key: {
    minWidth: '56px',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  none: { padding: tokens.spacingVerticalXL, textAlign: 'center' },
});

interface CommandPaletteProps {
  commands: readonly Command[];
  /** Looks for records by the words typed; shown behind the commands. */
  find?: (typed: string) => Promise<readonly Command[]>;
  onClose: () => void;
}

/** A pause in typing after which records are looked for. */
const SEARCH_WAIT_MS = 100;

/** Everything that can be done, found by typing a few letters of its name. */
export const CommandPalette = ({ commands, find, onClose }: CommandPaletteProps) => {
  const t = useWords();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const [records, setRecords] = useState<readonly Command[]>([]);
  useEffect(() => {
    if (find === undefined || typed.trim().length < 2) {
      setRecords([]);
      return undefined;
    }
    let isNewest = true;
    const timer = setTimeout(async () => {
      const hits = await find(typed);
      if (isNewest) setRecords(hits);
    }, SEARCH_WAIT_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [typed, find]);
  const matching = findCommands(commands, typed);
  const known = new Set(matching.map(({ id }) => id));
  const found = [...matching, ...records.filter(({ id }) => !known.has(id))];
  const current = found[Math.min(active, found.length - 1)];

  const optionId = (command: Command): string => `${listId}-${command.id}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const run = (command: Command): void => {
    onClose();
    // The dialog gives the focus back first; what runs may want it elsewhere.
    requestAnimationFrame(command.run);
  };
  const move = (step: number): void => {
    if (found.length > 0) setActive((active + step + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposingKey(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') {
      if (current !== undefined) run(current);
    } else return;
    event.preventDefault();
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle className={styles.hiddenTitle}>{t('palette.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <div className={styles.search}>
              <Search20Regular aria-hidden="true" />
              <input
                className={styles.input}
                role="combobox"
                aria-label={t('palette.title')}
                aria-expanded="true"
                aria-controls={listId}
                aria-autocomplete="list"
                {...(current === undefined ? {} : { 'aria-activedescendant': optionId(current) })}
                placeholder={t('palette.placeholder')}
                spellCheck={false}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setActive(0);
                }}
                onKeyDown={onKeyDown}
              />
            </div>
            {found.length === 0 && <div className={styles.none}>{t('palette.none')}</div>}
            {/* The keyboard stays in the field above, which names the chosen option. */}
            <ul
              ref={list}
              id={listId}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list box is what it is
              role="listbox"
              aria-label={t('palette.title')}
              className={styles.list}
            >
              {found.map((command) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
                // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
                <li
                  key={command.id}
                  id={optionId(command)}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: option of the list box
                  role="option"
                  aria-selected={command === current}
                  className={mergeClasses(styles.item, command === current && styles.active)}
                  onClick={() => run(command)}
                  onPointerMove={() => setActive(found.indexOf(command))}
                >
                  <span className={styles.title} title={command.title}>
                    {command.title}
                  </span>
                  <span className={styles.group}>{command.group}</span>
                  {command.shortcut === undefined ? (
                    <span className={styles.key} />
                  ) : (
                    <kbd className={styles.key} aria-keyshortcuts={ariaShortcut(command.shortcut)}>
                      {shortcutText(command.shortcut)}
                    </kbd>
                  )}
                </li>
              ))}
            </ul>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
