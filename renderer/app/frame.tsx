import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { HealedBar } from '../features/backups';
import { HelpDialog } from '../features/help';
import { NewProposalDialog } from '../features/new-proposal';
import { NoticeStack } from '../features/notices';
import { CommandPalette } from '../features/palette';
import { ImportDialog, WriteDialog } from '../features/transfer';
import { useWords } from '../i18n';
import {
  closeTransfer,
  notify,
  useLookOnly,
  useLookOnlyReason,
  useRoute,
  useTransfers,
} from '../state';
import { focusNextPane, rememberPaneFocus, shortcuts, useShortcuts } from '../ui';
import { CrashSheet } from './crash-sheet';
import { ErrorBoundary } from './error-boundary';
import { Navigation } from './navigation';
import { ScreenOf } from './screen-of';
import { StoreTroubleBar } from './store-trouble-bar';
import { useCommands } from './use-commands';
import { useFindRecords } from './use-find-records';
import { useMenuCommands } from './use-menu-commands';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', overflow: 'hidden' },
  skip: {
    position: 'absolute',
    top: '-48px',
    left: tokens.spacingHorizontalM,
    zIndex: 1_000_001,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':focus': { top: tokens.spacingVerticalS },
  },
  content: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  screen: { flex: 1, minHeight: 0 },
});

type Open = 'palette' | 'help' | { readonly newFor: string | null } | null;

/** Navigation on the left, the screen of the address beside it, what floats above both. */
export const Frame = () => {
  const t = useWords();
  const styles = useStyles();
  const { route } = useRoute();
  const [open, setOpen] = useState<Open>(null);
  const transfer = useTransfers(({ dialog }) => dialog);
  const close = (): void => setOpen(null);
  const lookOnly = useLookOnly();
  const reason = useLookOnlyReason();
  const create = (callId: string | null): void => {
    if (lookOnly) notify({ intent: 'info', text: reason });
    else setOpen({ newFor: callId });
  };
  const commands = useCommands({ onCreate: () => create(null), onHelp: () => setOpen('help') });

  const find = useFindRecords();

  useMenuCommands(() => create(null));
  useShortcuts([
    { shortcut: shortcuts.palette, run: () => setOpen('palette') },
    { shortcut: shortcuts.help, run: () => setOpen('help') },
    { shortcut: shortcuts.nextPane, run: () => focusNextPane(1) },
    { shortcut: shortcuts.previousPane, run: () => focusNextPane(-1) },
  ]);
  useEffect(() => {
    const remember = (event: FocusEvent): void => rememberPaneFocus(event.target);
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  const place =
    route.screen === 'proposal' || route.screen === 'dossier'
      ? `${route.screen}-${route.id}`
      : route.screen;
  return (
    <div className={styles.root}>
      {/* A button, not a link: the address says which screen is shown. */}
      <button
        type="button"
        className={styles.skip}
        onClick={() => document.getElementById('main')?.focus()}
      >
        {t('app.skip')}
      </button>
      <Navigation onPalette={() => setOpen('palette')} onHelp={() => setOpen('help')} />
      <div className={styles.content}>
        <StoreTroubleBar />
        <HealedBar />
        <div className={styles.screen}>
          <ErrorBoundary key={place} fallback={(again) => <CrashSheet onAgain={again} />}>
            <ScreenOf route={route} onCreate={create} />
          </ErrorBoundary>
        </div>
      </div>
      <NoticeStack />
      {open === 'palette' && <CommandPalette commands={commands} find={find} onClose={close} />}
      {open === 'help' && <HelpDialog onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <NewProposalDialog callId={open.newFor} onClose={close} />
      )}
      {transfer?.kind === 'write' && <WriteDialog ids={transfer.ids} onClose={closeTransfer} />}
      {transfer?.kind === 'import' && (
        <ImportDialog
          key={transfer.given?.ticket ?? 'ask'}
          given={transfer.given}
          onClose={closeTransfer}
        />
      )}
    </div>
  );
};
