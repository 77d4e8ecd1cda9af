import type { Command } from '../features/palette';
import { useWords, words } from '../i18n';
import {
  askToImport,
  askToWrite,
  makeBackup,
  navigate,
  notify,
  setPreferences,
  useLookOnly,
  useOpenProposal,
  usePreferences,
  useProposalList,
} from '../state';
import { shortcuts } from '../ui';
import { useWorkspaceCommands } from './workspace-commands';

interface Doors {
  onCreate: () => void;
  onHelp: () => void;
}

const backUp = async (): Promise<void> => {
  const made = await makeBackup();
  const t = words();
  notify(
    made.ok
      ? { intent: 'success', text: t('backups.made') }
      : { intent: 'error', text: [made.error.message, made.error.hint].filter(Boolean).join(' ') },
  );
};

const writeOpenOne = (): void => {
  const { record } = useOpenProposal.getState();
  askToWrite(record === null ? [] : [record.id]);
};

/** Of no use where the data are only looked at. */
const CHANGING: ReadonlySet<string> = new Set([
  'new',
  'calls',
  'library',
  'organisations',
  'backups',
  'backup-now',
  'import',
]);

/** Everything the palette offers: first what the open proposal offers, then the program's own. */
export const useCommands = ({ onCreate, onHelp }: Doors): readonly Command[] => {
  const t = useWords();
  const { commands } = useWorkspaceCommands();
  const { active } = useProposalList();
  const lookOnly = useLookOnly();
  const { theme, language } = usePreferences(({ preferences }) => preferences);
  const go = t('palette.groupGo');
  const program = t('palette.groupProgram');
  const own: Command[] = [
    { id: 'new', title: t('home.new'), group: program, run: onCreate },
    {
      id: 'home',
      title: t('nav.proposals'),
      group: go,
      run: () => navigate({ screen: 'home', trash: false }),
    },
    {
      id: 'calls',
      title: t('nav.calls'),
      group: go,
      run: () => navigate({ screen: 'calls', id: null }),
    },
    {
      id: 'library',
      title: t('nav.library'),
      group: go,
      run: () => navigate({ screen: 'library', shelf: 'tim', id: null }),
    },
    {
      id: 'organisations',
      title: t('nav.organisations'),
      group: go,
      run: () => navigate({ screen: 'organisations' }),
    },
    {
      id: 'backups',
      title: t('nav.backups'),
      group: go,
      run: () => navigate({ screen: 'backups' }),
    },
    { id: 'backup-now', title: t('palette.backupNow'), group: program, run: () => void backUp() },
    { id: 'transfer', title: t('palette.transfer'), group: program, run: writeOpenOne },
    { id: 'import', title: t('palette.import'), group: program, run: askToImport },
    {
      id: 'settings',
      title: t('nav.settings'),
      group: go,
      run: () => navigate({ screen: 'settings' }),
    },
    {
      id: 'trash',
      title: t('home.trashTab'),
      group: go,
      run: () => navigate({ screen: 'home', trash: true }),
    },
    ...active.map(
      ({ id, title }): Command => ({
        id: `proposal-${id}`,
        title: t('palette.openProposal', {
          name: title.trim() === '' ? t('common.untitled') : title,
        }),
        group: go,
        run: () => navigate({ screen: 'proposal', id }),
      }),
    ),
    {
      id: 'theme',
      title: theme === 'dark' ? t('palette.light') : t('palette.dark'),
      group: program,
      run: () => setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'language',
      title: language === 'vi' ? t('palette.english') : t('palette.vietnamese'),
      group: program,
      run: () => setPreferences({ language: language === 'vi' ? 'en' : 'vi' }),
    },
    { id: 'help', title: t('help.title'), group: program, shortcut: shortcuts.help, run: onHelp },
  ];
  return [...commands, ...own.filter(({ id }) => !lookOnly || !CHANGING.has(id))];
};
