import { useEffect } from 'react';
import { BackupsScreen } from '../features/backups';
import { CallsScreen } from '../features/calls';
import { BoardScreen, DossierScreen } from '../features/dossier';
import { LibraryScreen } from '../features/library';
import { OrganisationsScreen } from '../features/organisations';
import { ProposalsScreen } from '../features/proposals';
import { SettingsScreen } from '../features/settings';
import { useWords } from '../i18n';
import { type Route, useLookOnly, useOpenProposal } from '../state';
import { isForLooking } from './navigation';
import { WorkspaceScreen } from './workspace/workspace-screen';

interface ScreenOfProps {
  route: Route;
  /** Opens the dialog for a new proposal; the call may be chosen already. */
  onCreate: (callId: string | null) => void;
}

/** The screen of an address, and the window's title with it. */
export const ScreenOf = ({ route: address, onCreate }: ScreenOfProps) => {
  const t = useWords();
  const lookOnly = useLookOnly();
  const route: Route =
    lookOnly && !isForLooking(address) ? { screen: 'home', trash: false } : address;
  const title = useOpenProposal(({ title: name }) => name);
  const name = (): string => {
    switch (route.screen) {
      case 'home':
        return t('nav.proposals');
      case 'calls':
        return t('nav.calls');
      case 'library':
        return t('nav.library');
      case 'organisations':
        return t('nav.organisations');
      case 'backups':
        return t('nav.backups');
      case 'settings':
        return t('nav.settings');
      case 'board':
        return t('nav.board');
      case 'dossier':
        return t('dossier.title');
      case 'proposal':
        return title.trim() === '' ? t('common.untitled') : title;
    }
  };
  const windowTitle = `${name()} – ${t('app.name')}`;
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);

  switch (route.screen) {
    case 'home':
      return <ProposalsScreen trash={route.trash} onCreate={() => onCreate(null)} />;
    case 'calls':
      return <CallsScreen id={route.id} onCreate={onCreate} />;
    case 'library':
      return <LibraryScreen shelf={route.shelf} id={route.id} />;
    case 'organisations':
      return <OrganisationsScreen />;
    case 'backups':
      return <BackupsScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'board':
      return <BoardScreen />;
    case 'dossier':
      return <DossierScreen key={route.id} id={route.id} />;
    case 'proposal':
      return <WorkspaceScreen key={route.id} id={route.id} />;
  }
};
