import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
} from '@fluentui/react-components';
import {
  AutoFitWidth20Regular,
  ChevronDown12Regular,
  Table20Regular,
  TableAdd20Regular,
  TableCellsMerge20Regular,
  TableCellsSplit20Regular,
  TableDeleteColumn20Regular,
  TableDeleteRow20Regular,
  TableDismiss20Regular,
  TableInsertColumn20Regular,
  TableInsertRow20Regular,
  TextColumnThree20Regular,
} from '@fluentui/react-icons';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import type { ToolbarState } from '../toolbar-state';
import { addColumn, hasHeadRow, insertTable, setColumns } from './table-commands';
import { TableSizePicker } from './table-size-picker';

const useStyles = makeStyles({
  button: { minWidth: '36px', height: '28px', paddingInline: '4px', gap: 0 },
  surface: { padding: '4px' },
});

const keepCaret = (event: { preventDefault: () => void }): void => event.preventDefault();

interface TableMenuProps {
  state: ToolbarState;
  act: (run: (editor: Editor) => void) => () => void;
}

/** Outside a table: a new one of the chosen size. Inside: what can be done with it. */
export const TableMenu = ({ state, act }: TableMenuProps) =>
  state.inTable ? (
    <TableCommands state={state} act={act} />
  ) : (
    <TableInsert state={state} act={act} />
  );

const TableInsert = ({ state, act }: TableMenuProps) => {
  const t = useWords();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const insert = (rows: number, columns: number): void => {
    setOpen(false);
    act((editor) => insertTable(editor, rows, columns))();
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      positioning="below-start"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={t('editor.insertTable')} relationship="label" showDelay={500}>
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<TableAdd20Regular />}
            disabledFocusable={!state.enabled}
            onMouseDown={keepCaret}
          >
            <ChevronDown12Regular />
          </Button>
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} data-editor-tools>
        <TableSizePicker onPick={({ rows, columns }) => insert(rows, columns)} />
      </PopoverSurface>
    </Popover>
  );
};

const TableCommands = ({ state, act }: TableMenuProps) => {
  const t = useWords();
  const styles = useStyles();
  const [head, setHead] = useState(false);
  return (
    <Menu
      onOpenChange={(_, { open }) => {
        if (open) act((editor) => setHead(hasHeadRow(editor)))();
      }}
      checkedValues={{ head: head ? ['row'] : [] }}
      onCheckedValueChange={act((editor) => editor.chain().focus().toggleHeaderRow().run())}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('editor.table')} relationship="label" showDelay={500}>
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<Table20Regular />}
            onMouseDown={keepCaret}
          >
            <ChevronDown12Regular />
          </Button>
        </Tooltip>
      </MenuTrigger>
      <MenuPopover data-editor-tools>
        <MenuList>
          <MenuItem
            icon={<TableInsertRow20Regular />}
            onClick={act((editor) => editor.chain().focus().addRowBefore().run())}
          >
            {t('editor.rowAbove')}
          </MenuItem>
          <MenuItem
            icon={<TableInsertRow20Regular />}
            onClick={act((editor) => editor.chain().focus().addRowAfter().run())}
          >
            {t('editor.rowBelow')}
          </MenuItem>
          <MenuItem
            icon={<TableInsertColumn20Regular />}
            onClick={act((editor) => addColumn(editor, 'before'))}
          >
            {t('editor.columnLeft')}
          </MenuItem>
          <MenuItem
            icon={<TableInsertColumn20Regular />}
            onClick={act((editor) => addColumn(editor, 'after'))}
          >
            {t('editor.columnRight')}
          </MenuItem>
          <MenuDivider />
          <MenuItemCheckbox name="head" value="row">
            {t('editor.headRow')}
          </MenuItemCheckbox>
          <MenuItem
            icon={<TableCellsMerge20Regular />}
            disabled={!state.canMerge}
            onClick={act((editor) => editor.chain().focus().mergeCells().run())}
          >
            {t('editor.mergeCells')}
          </MenuItem>
          <MenuItem
            icon={<TableCellsSplit20Regular />}
            disabled={!state.canSplit}
            onClick={act((editor) => editor.chain().focus().splitCell().run())}
          >
            {t('editor.splitCell')}
          </MenuItem>
          <MenuItem
            icon={<TextColumnThree20Regular />}
            onClick={act((editor) => setColumns(editor, 'equal'))}
          >
            {t('editor.equalColumns')}
          </MenuItem>
          <MenuItem
            icon={<AutoFitWidth20Regular />}
            onClick={act((editor) => setColumns(editor, 'fitted'))}
          >
            {t('editor.fittedColumns')}
          </MenuItem>
          <MenuDivider />
          <MenuItem
            icon={<TableDeleteRow20Regular />}
            onClick={act((editor) => editor.chain().focus().deleteRow().run())}
          >
            {t('editor.deleteRow')}
          </MenuItem>
          <MenuItem
            icon={<TableDeleteColumn20Regular />}
            onClick={act((editor) => editor.chain().focus().deleteColumn().run())}
          >
            {t('editor.deleteColumn')}
          </MenuItem>
          <MenuItem
            icon={<TableDismiss20Regular />}
            onClick={act((editor) => editor.chain().focus().deleteTable().run())}
          >
            {t('editor.deleteTable')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
