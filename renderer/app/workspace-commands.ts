import { create } from 'zustand';
import type { Command } from '../features/palette';

/** What the open proposal lets one do; the workspace puts it here, the palette shows it. */
export const useWorkspaceCommands = create<{ commands: readonly Command[] }>(() => ({
  commands: [],
}));

/** Returns the function that takes the commands away again. */
export const offerCommands = (commands: readonly Command[]): (() => void) => {
  useWorkspaceCommands.setState({ commands });
  return () => {
    if (useWorkspaceCommands.getState().commands === commands) {
      useWorkspaceCommands.setState({ commands: [] });
    }
  };
};
