import { Button, makeStyles, ToggleButton, Tooltip } from '@fluentui/react-components';
import { memo, type ReactElement } from 'react';
import { ariaShortcut, type Shortcut, shortcutText } from '../ui';

const useStyles = makeStyles({
  // Nearly Office's measure, so that all tools stand in one row; WCAG asks for 24 px at least.
  root: { minWidth: '26px', width: '26px', height: '28px', padding: 0 },
});

interface ToolButtonProps {
  name: string;
  icon: ReactElement;
  disabled: boolean;
  onClick: () => void;
  shortcut?: Shortcut | undefined;
  /** Given for what is on or off at the caret; it comes from there, not from the click. */
  pressed?: boolean | undefined;
}

/** A mouse press would move the focus, and with it the caret, to the button. */
const keepCaret = (event: { preventDefault: () => void }): void => event.preventDefault();

/** One command of the editor: an icon; its name and key in the tip. */
export const ToolButton = memo(
  ({ name, icon, disabled, onClick, shortcut, pressed }: ToolButtonProps) => {
    const styles = useStyles();
    const tip = shortcut === undefined ? name : `${name} (${shortcutText(shortcut)})`;
    const common = {
      className: styles.root,
      appearance: 'subtle',
      size: 'small',
      icon,
      disabledFocusable: disabled,
      'aria-label': name,
      ...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(shortcut) }),
      onMouseDown: keepCaret,
      onClick,
    } as const;
    return (
      <Tooltip content={tip} relationship="description" showDelay={500}>
        {pressed === undefined ? (
          <Button {...common} />
        ) : (
          <ToggleButton {...common} checked={pressed} />
        )}
      </Tooltip>
    );
  },
);
