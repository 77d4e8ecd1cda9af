import { Button, Divider, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components';
import {
  ArrowFit20Regular,
  ArrowLeft20Regular,
  Attach20Regular,
  DocumentFolder20Regular,
  History20Regular,
  PanelRight20Filled,
  PanelRight20Regular,
  Print20Regular,
  Save20Regular,
  TaskListSquareLtr20Regular,
  TextFont20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ExportMenu } from '../../features/exports';
import { useWords } from '../../i18n';
import { hashOf, useExports, useLookOnly, useOpenProposal } from '../../state';
import { ariaShortcut, type Shortcut, shortcuts, shortcutText } from '../../ui';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    containerType: 'inline-size',
  },
  title: {
    flex: '1 1 160px',
    minWidth: '80px',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  heading: { minWidth: 0, overflow: 'hidden' },
  rename: {
    maxWidth: '100%',
    minWidth: 0,
    overflow: 'hidden',
    paddingInline: tokens.spacingHorizontalS,
  },
  name: {
    display: 'block',
    maxWidth: '100%',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  commands: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
  },
  divider: { flexGrow: 0, height: '24px', marginInline: tokens.spacingHorizontalXXS },
  command: { minWidth: '32px', paddingInline: tokens.spacingHorizontalS },
  // Below this the words go and the icons keep their names for the ear and the pointer.
  label: { '@container (max-width: 1080px)': { display: 'none' } },
  rareLabel: { '@container (max-width: 1500px)': { display: 'none' } },
  // The way to the dossier keeps its word longest; at twice the size on a small screen it goes, too.
  lastLabel: { '@container (max-width: 700px)': { display: 'none' } },
  export: { marginInline: tokens.spacingHorizontalXS },
});

export interface CommandBarActions {
  readonly onSave: () => void;
  readonly onPrint: () => void;
  readonly onCheck: () => void;
  readonly onStyle: () => void;
  readonly onFit: () => void;
  readonly onRename: () => void;
  readonly onRegister: () => void;
  readonly onHistory: () => void;
  readonly onAttached: () => void;
  readonly onToggleSide: () => void;
}

interface CommandBarProps extends CommandBarActions {
  sideIsOpen: boolean;
}

/** What is done with the whole proposal. */
export const CommandBar = ({
  sideIsOpen,
  onSave,
  onPrint,
  onCheck,
  onStyle,
  onFit,
  onRename,
  onRegister,
  onHistory,
  onAttached,
  onToggleSide,
}: CommandBarProps) => {
  const t = useWords();
  const styles = useStyles();
  const { id, title, template, readOnly } = useOpenProposal(
    useShallow((state) => ({
      id: state.record?.id ?? '',
      title: state.title,
      template: state.template,
      readOnly: state.readOnly,
    })),
  );
  const busy = useExports(({ running }) => running !== null);
  const lookOnly = useLookOnly();
  const limit = template?.pageLimit.max ?? 0;
  const name = title.trim() === '' ? t('common.untitled') : title;

  const command = (
    label: string,
    icon: ReactElement,
    run: () => void,
    shortcut?: Shortcut,
    isOff = false,
    labelLook = styles.label,
  ) => {
    const keys = shortcut === undefined ? '' : ` (${shortcutText(shortcut)})`;
    const why = isOff && lookOnly ? ` – ${t('lookOnly.title')}` : '';
    return (
      <Tooltip content={`${label}${keys}${why}`} relationship="inaccessible">
        <Button
          className={styles.command}
          appearance="subtle"
          icon={icon}
          disabledFocusable={isOff}
          aria-label={label}
          {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(shortcut) })}
          onClick={run}
        >
          <span className={labelLook}>{label}</span>
        </Button>
      </Tooltip>
    );
  };

  /** Its words are shown only where there is room for all. */
  const rareCommand = (label: string, icon: ReactElement, run: () => void) =>
    command(label, icon, run, undefined, false, styles.rareLabel);

  return (
    <header className={styles.root} data-pane="commands">
      <div className={styles.title}>
        <Tooltip content={t('nav.backToList')} relationship="label">
          <Button
            as="a"
            href={hashOf({ screen: 'home', trash: false })}
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
          />
        </Tooltip>
        <Text as="h1" size={300} className={styles.heading} block>
          {readOnly ? (
            <span className={styles.name} title={name}>
              {name}
            </span>
          ) : (
            <Button
              appearance="subtle"
              className={styles.rename}
              title={t('workspace.rename', { name })}
              onClick={onRename}
            >
              <span className={styles.name}>{name}</span>
            </Button>
          )}
        </Text>
      </div>
      <div className={styles.commands} role="toolbar" aria-label={t('workspace.commands')}>
        {command(t('workspace.save'), <Save20Regular />, onSave, shortcuts.save, readOnly)}
        {command(t('workspace.print'), <Print20Regular />, onPrint, shortcuts.print, busy)}
        {command(t('workspace.check'), <TaskListSquareLtr20Regular />, onCheck, shortcuts.check)}
        <Divider vertical className={styles.divider} />
        {command(t('workspace.style'), <TextFont20Regular />, onStyle)}
        {command(t('workspace.fit', { limit }), <ArrowFit20Regular />, onFit, undefined, readOnly)}
        {rareCommand(t('workspace.history'), <History20Regular />, onHistory)}
        {rareCommand(t('workspace.attached'), <Attach20Regular />, onAttached)}
        {!lookOnly && (
          <Tooltip content={t('dossier.openTip')} relationship="description">
            <Button
              as="a"
              appearance="subtle"
              className={styles.command}
              icon={<DocumentFolder20Regular />}
              href={hashOf({ screen: 'dossier', id })}
              aria-label={t('dossier.open')}
              data-action="dossier"
            >
              <span className={styles.lastLabel}>{t('dossier.open')}</span>
            </Button>
          </Tooltip>
        )}
        <ExportMenu className={styles.export} onRegister={onRegister} />
        <Tooltip
          content={sideIsOpen ? t('workspace.hideSide') : t('workspace.showSide')}
          relationship="label"
        >
          <Button
            appearance="subtle"
            icon={sideIsOpen ? <PanelRight20Filled /> : <PanelRight20Regular />}
            aria-pressed={sideIsOpen}
            onClick={onToggleSide}
          />
        </Tooltip>
      </div>
    </header>
  );
};
