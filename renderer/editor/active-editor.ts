import type { Editor } from '@tiptap/core';
import { create } from 'zustand';

/** The editor the toolbar acts on: the one that has, or last had, the caret. */
export const useActiveEditor = create<{ editor: Editor | null }>(() => ({ editor: null }));

export const enterEditor = (editor: Editor): void => {
  if (useActiveEditor.getState().editor !== editor) useActiveEditor.setState({ editor });
};

export const leaveEditor = (editor: Editor): void => {
  if (useActiveEditor.getState().editor === editor) useActiveEditor.setState({ editor: null });
};
