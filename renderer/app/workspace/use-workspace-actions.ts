import { useEffect, useRef } from 'react';
import type { Template } from '../../../shared/model';
import type { Command } from '../../features/palette';
import { clockTime, useWords, type Words, words } from '../../i18n';
import {
  exportProposal,
  goToField,
  keepVersion,
  markMilestone,
  missingParts,
  notify,
  printProposal,
  runChecks,
  saveNow,
  useOpenProposal,
} from '../../state';
import { announce, shortcuts, shortHeading } from '../../ui';
import { offerCommands } from '../workspace-commands';
import type { CommandBarActions } from './command-bar';
import type { SideTab } from './use-side-panel';

interface WorkspaceDoors {
  readonly template: Template;
  readonly step: (by: 1 | -1) => void;
  readonly show: (tab: SideTab) => void;
  readonly open: (dialog: 'style' | 'fit' | 'register' | 'rename' | 'history' | 'attached') => void;
  readonly toggleSide: () => void;
}

/** Ghi also keeps a version, as people expect who know no other way. Failing, it says so. */
const keepSaved = async (): Promise<void> => {
  const { record, readOnly } = useOpenProposal.getState();
  if (record === null || readOnly) return;
  const kept = await keepVersion(record.id, '');
  if (kept.ok) return;
  const { message, hint } = kept.error;
  notify({ intent: 'error', text: [message, hint].filter(Boolean).join(' ') });
};

const save = async (): Promise<void> => {
  if (await saveNow()) {
    markMilestone();
    await keepSaved();
  }
  const { save: state } = useOpenProposal.getState();
  if (state.kind === 'saved' && state.savedAt !== null) {
    announce(words()('save.announceSaved', { time: clockTime(state.savedAt) }));
  }
};

const print = async (): Promise<void> => {
  const printed = await printProposal(words()('export.saveFirst'));
  if (printed) notify({ intent: 'success', text: words()('export.printed') });
};

const check = (show: WorkspaceDoors['show']): void => {
  show('checks');
  const groups = runChecks();
  announce(
    words()('checks.result', {
      errors: groups.error.length,
      missing: missingParts(groups),
      warnings: groups.warning.length,
      advice: groups.advice.length,
    }),
  );
  // The panel is drawn by the next frame; then the findings are one key away.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-checks]')?.focus());
};

/** The commands of the open proposal: for the bar, the keys, the palette and the menu alike. */
export const useWorkspaceActions = (doors: WorkspaceDoors): CommandBarActions => {
  const t = useWords();
  const latest = useRef(doors);
  useEffect(() => {
    latest.current = doors;
  });
  const actions = useRef<CommandBarActions>({
    onSave: () => void save(),
    onPrint: () => void print(),
    onCheck: () => check(latest.current.show),
    onStyle: () => latest.current.open('style'),
    onFit: () => latest.current.open('fit'),
    onRename: () => latest.current.open('rename'),
    onRegister: () => latest.current.open('register'),
    onHistory: () => latest.current.open('history'),
    onAttached: () => latest.current.open('attached'),
    onToggleSide: () => latest.current.toggleSide(),
  }).current;
  const { template } = doors;
  const readOnly = useOpenProposal((state) => state.readOnly);
  useEffect(
    () =>
      offerCommands(
        commandsOf(actions, template, latest.current.show, t).filter(
          ({ id }) => !readOnly || !CHANGING.has(id),
        ),
      ),
    [actions, template, t, readOnly],
  );
  return actions;
};

/** Commands that have no meaning where the words cannot be changed. */
const CHANGING: ReadonlySet<string> = new Set(['save', 'fit', 'rename']);

const commandsOf = (
  actions: CommandBarActions,
  template: Template,
  show: WorkspaceDoors['show'],
  t: Words,
): Command[] => {
  const here = t('palette.groupProposal');
  const saveFirst = t('export.saveFirst');
  const write =
    (...formats: ('pdf' | 'docx')[]) =>
    () =>
      void exportProposal(formats, saveFirst);
  const limit = template.pageLimit.max;
  const own = [
    ['save', t('workspace.save'), actions.onSave, shortcuts.save],
    ['print', t('workspace.print'), actions.onPrint, shortcuts.print],
    ['check', t('workspace.check'), actions.onCheck, shortcuts.check],
    ['export-pdf', t('palette.export', { format: t('export.pdf') }), write('pdf')],
    ['export-docx', t('palette.export', { format: t('export.docx') }), write('docx')],
    ['export-both', t('palette.export', { format: t('export.both') }), write('pdf', 'docx')],
    ['register', t('export.register'), actions.onRegister],
    ['history', t('workspace.history'), actions.onHistory],
    ['attached', t('workspace.attached'), actions.onAttached],
    ['style', t('workspace.style'), actions.onStyle],
    ['fit', t('workspace.fit', { limit }), actions.onFit],
    ['rename', t('home.renameTitle'), actions.onRename],
    ['preview', t('workspace.tabPreview'), () => show('preview')],
    ['guidance', t('workspace.tabGuidance'), () => show('guidance')],
  ] as const;
  return [
    ...own.map(
      ([id, title, run, shortcut]): Command => ({
        id,
        title,
        group: here,
        run,
        ...(shortcut === undefined ? {} : { shortcut }),
      }),
    ),
    ...template.sections.map(
      ({ id, numeral, heading }): Command => ({
        id: `section-${id}`,
        title: t('palette.goToSection', { numeral, heading: shortHeading(heading) }),
        group: here,
        run: () => goToField(id),
      }),
    ),
  ];
};
