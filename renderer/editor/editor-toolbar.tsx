import { makeStyles, Toolbar, ToolbarDivider, tokens } from '@fluentui/react-components';
import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  ClearFormatting20Regular,
  TextAlignCenter20Regular,
  TextAlignJustify20Regular,
  TextAlignLeft20Regular,
  TextAlignRight20Regular,
  TextBold20Regular,
  TextBulletList20Regular,
  TextIndentDecrease20Regular,
  TextIndentIncrease20Regular,
  TextItalic20Regular,
  TextNumberListLtr20Regular,
  TextStrikethrough20Regular,
  TextSubscript20Regular,
  TextSuperscript20Regular,
  TextUnderline20Regular,
} from '@fluentui/react-icons';
import type { Editor } from '@tiptap/core';
import { Fragment, type ReactElement } from 'react';
import { useWords } from '../i18n';
import type { Shortcut } from '../ui';
import { useActiveEditor } from './active-editor';
import { CitationMenu } from './citation-menu';
import { SymbolMenu } from './symbol-menu';
import { TableMenu } from './table/table-menu';
import { toggleScript } from './toggle-script';
import { ToolButton } from './tool-button';
import { type Alignment, setAlignment, type ToolbarState } from './toolbar-state';
import { useToolbarState } from './use-toolbar-state';

const useStyles = makeStyles({
  root: {
    flexWrap: 'wrap',
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    gap: 0,
  },
  divider: { height: '20px', alignSelf: 'center', paddingInline: '2px', flexGrow: 0 },
});

interface Tool {
  readonly name:
    | 'undo'
    | 'redo'
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strike'
    | 'subscript'
    | 'superscript'
    | 'clear'
    | 'bulletList'
    | 'orderedList'
    | 'indent'
    | 'outdent'
    | 'alignLeft'
    | 'alignCenter'
    | 'alignRight'
    | 'alignJustify';
  readonly icon: ReactElement;
  readonly click: () => void;
  readonly shortcut?: Shortcut;
  readonly pressed?: (state: ToolbarState) => boolean;
  readonly able?: (state: ToolbarState) => boolean;
}

const act = (run: (editor: Editor) => void) => (): void => {
  const { editor } = useActiveEditor.getState();
  if (editor !== null && !editor.isDestroyed) run(editor);
};

const ctrl = (key: string, shift = false): Shortcut =>
  shift ? { key, ctrl: true, shift } : { key, ctrl: true };

const aligning = (
  name: Tool['name'],
  icon: ReactElement,
  key: string,
  alignment: Alignment,
): Tool => ({
  name,
  icon,
  shortcut: ctrl(key),
  click: act((editor) => setAlignment(editor, alignment)),
  pressed: (state) => state.enabled && state.alignment === alignment,
});

const GROUPS: readonly (readonly Tool[])[] = [
  [
    {
      name: 'undo',
      icon: <ArrowUndo20Regular />,
      shortcut: ctrl('z'),
      click: act((editor) => editor.chain().focus().undo().run()),
      able: ({ canUndo }) => canUndo,
    },
    {
      name: 'redo',
      icon: <ArrowRedo20Regular />,
      shortcut: ctrl('y'),
      click: act((editor) => editor.chain().focus().redo().run()),
      able: ({ canRedo }) => canRedo,
    },
  ],
  [
    {
      name: 'bold',
      icon: <TextBold20Regular />,
      shortcut: ctrl('b'),
      click: act((editor) => editor.chain().focus().toggleBold().run()),
      pressed: ({ marks }) => marks.bold,
    },
    {
      name: 'italic',
      icon: <TextItalic20Regular />,
      shortcut: ctrl('i'),
      click: act((editor) => editor.chain().focus().toggleItalic().run()),
      pressed: ({ marks }) => marks.italic,
    },
    {
      name: 'underline',
      icon: <TextUnderline20Regular />,
      shortcut: ctrl('u'),
      click: act((editor) => editor.chain().focus().toggleUnderline().run()),
      pressed: ({ marks }) => marks.underline,
    },
    {
      name: 'strike',
      icon: <TextStrikethrough20Regular />,
      shortcut: ctrl('s', true),
      click: act((editor) => editor.chain().focus().toggleStrike().run()),
      pressed: ({ marks }) => marks.strike,
    },
    {
      name: 'subscript',
      icon: <TextSubscript20Regular />,
      shortcut: ctrl('='),
      click: act((editor) => toggleScript(editor, 'subscript')),
      pressed: ({ marks }) => marks.subscript,
    },
    {
      name: 'superscript',
      icon: <TextSuperscript20Regular />,
      shortcut: ctrl('=', true),
      click: act((editor) => toggleScript(editor, 'superscript')),
      pressed: ({ marks }) => marks.superscript,
    },
    {
      name: 'clear',
      icon: <ClearFormatting20Regular />,
      shortcut: ctrl('Space'),
      click: act((editor) => editor.chain().focus().unsetAllMarks().run()),
    },
  ],
  [
    {
      name: 'bulletList',
      icon: <TextBulletList20Regular />,
      shortcut: ctrl('l', true),
      click: act((editor) => editor.chain().focus().toggleBulletList().run()),
      pressed: ({ bulletList }) => bulletList,
    },
    {
      name: 'orderedList',
      icon: <TextNumberListLtr20Regular />,
      shortcut: ctrl('7', true),
      click: act((editor) => editor.chain().focus().toggleOrderedList().run()),
      pressed: ({ orderedList }) => orderedList,
    },
    {
      name: 'outdent',
      icon: <TextIndentDecrease20Regular />,
      shortcut: { key: 'Tab', shift: true },
      click: act((editor) => editor.chain().focus().liftListItem('listItem').run()),
      able: ({ canOutdent }) => canOutdent,
    },
    {
      name: 'indent',
      icon: <TextIndentIncrease20Regular />,
      shortcut: { key: 'Tab' },
      click: act((editor) => editor.chain().focus().sinkListItem('listItem').run()),
      able: ({ canIndent }) => canIndent,
    },
  ],
  [
    aligning('alignLeft', <TextAlignLeft20Regular />, 'l', 'left'),
    aligning('alignCenter', <TextAlignCenter20Regular />, 'e', 'center'),
    aligning('alignRight', <TextAlignRight20Regular />, 'r', 'right'),
    aligning('alignJustify', <TextAlignJustify20Regular />, 'j', 'justify'),
  ],
];

/** Acts on the editor that has, or last had, the caret. Arrow keys go from tool to tool. */
export const EditorToolbar = () => {
  const t = useWords();
  const styles = useStyles();
  const { editor } = useActiveEditor();
  const shown = useToolbarState(editor);
  return (
    <Toolbar
      size="small"
      className={styles.root}
      aria-label={t('editor.toolbar')}
      data-editor-tools
      data-pane="tools"
    >
      {GROUPS.map((tools) => (
        <Fragment key={tools[0]?.name}>
          {tools.map(({ name, icon, click, shortcut, pressed, able }) => (
            <ToolButton
              key={name}
              name={t(`editor.${name}`)}
              icon={icon}
              shortcut={shortcut}
              disabled={!shown.enabled || able?.(shown) === false}
              pressed={pressed?.(shown)}
              onClick={click}
            />
          ))}
          <ToolbarDivider className={styles.divider} />
        </Fragment>
      ))}
      <TableMenu state={shown} act={act} />
      <SymbolMenu disabled={!shown.enabled} act={act} />
      <CitationMenu disabled={!shown.enabled} />
    </Toolbar>
  );
};
