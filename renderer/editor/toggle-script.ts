import type { Editor } from '@tiptap/core';

/** Letters stand below or above the line, not both: setting one takes the other away. */
export const toggleScript = (editor: Editor, script: 'subscript' | 'superscript'): boolean => {
  const chain = editor.chain().focus();
  return script === 'subscript'
    ? chain.unsetSuperscript().toggleSubscript().run()
    : chain.unsetSubscript().toggleSuperscript().run();
};
