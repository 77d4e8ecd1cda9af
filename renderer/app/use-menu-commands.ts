import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../shared/ipc';
import { on } from '../bridge';
import { navigate, type Route } from '../state';
import { isDialogOpen } from '../ui';
import { useWorkspaceCommands } from './workspace-commands';

const PLACES: Readonly<Partial<Record<MenuCommand, Route>>> = {
  'show-proposals': { screen: 'home', trash: false },
  'show-calls': { screen: 'calls', id: null },
  'show-library': { screen: 'library', shelf: 'tim', id: null },
  'show-organisations': { screen: 'organisations' },
  'show-settings': { screen: 'settings' },
};

/** The program's menu asks; what concerns a proposal is done only where one is open. */
export const useMenuCommands = (onCreate: () => void): void => {
  const create = useRef(onCreate);
  useEffect(() => {
    create.current = onCreate;
  });
  useEffect(
    () =>
      on('app.command', ({ command }) => {
        if (isDialogOpen()) return;
        const place = PLACES[command];
        if (place !== undefined) navigate(place);
        else if (command === 'new-proposal') create.current();
        else {
          const { commands } = useWorkspaceCommands.getState();
          commands.find(({ id }) => id === command)?.run();
        }
      }),
    [],
  );
};
