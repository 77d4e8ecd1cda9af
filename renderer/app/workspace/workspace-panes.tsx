import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import {
  Group,
  type GroupImperativeHandle,
  type Layout,
  Panel,
  Separator,
} from 'react-resizable-panels';
import { Outline } from '../../features/outline';
import { useWords } from '../../i18n';
import { setPreferences, usePreferences } from '../../state';
import { useMedia } from '../../ui';

const useStyles = makeStyles({
  root: { position: 'relative', height: '100%', display: 'flex', minWidth: 0 },
  rail: {
    flex: '0 0 52px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: { flex: 1, minWidth: 0, height: '100%' },
  fill: { height: '100%', minWidth: 0 },
  separator: {
    position: 'relative',
    width: '1px',
    backgroundColor: tokens.colorNeutralStroke2,
    outlineStyle: 'none',
    // The line is thin; what can be caught and what shows the focus is wider.
    '::after': { content: '""', position: 'absolute', insetBlock: 0, insetInline: '-1px' },
    '&[data-separator="hover"]::after': { backgroundColor: tokens.colorBrandStroke1 },
    '&[data-separator="active"]::after': { backgroundColor: tokens.colorBrandStroke1 },
    ':focus-visible::after': { backgroundColor: tokens.colorStrokeFocus2 },
  },
  over: {
    position: 'absolute',
    zIndex: 2,
    insetBlock: 0,
    insetInlineEnd: 0,
    width: 'min(440px, calc(100% - 52px))',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow16,
  },
});

interface WorkspacePanesProps {
  /** The side panel lies over the text instead of beside it. */
  narrow: boolean;
  current: string | null;
  editor: ReactNode;
  /** null: closed. */
  side: ReactNode;
  onCloseSide: () => void;
}

const percent = (value: number | undefined, otherwise: number): string => `${value ?? otherwise}%`;

/** Outline, text, side panel: widths as the person drew them, the text never too narrow to write. */
export const WorkspacePanes = ({
  narrow,
  current,
  editor,
  side,
  onCloseSide,
}: WorkspacePanesProps) => {
  const t = useWords();
  const styles = useStyles();
  const { panes, outlineCollapsed } = usePreferences(({ preferences }) => preferences);
  const crowded = useMedia('(max-width: 1100px)');
  const group = useRef<GroupImperativeHandle>(null);
  const small = outlineCollapsed || crowded;
  const beside = side !== null && !narrow;
  const toggle = crowded ? null : () => setPreferences({ outlineCollapsed: !outlineCollapsed });

  const keep = (layout: Layout): void => {
    const [outline = 19, text = 47, panel = 34] = panes;
    // A pane that is not shown keeps the width it had.
    setPreferences({
      panes: [layout['outline'] ?? outline, layout['text'] ?? text, layout['side'] ?? panel],
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onCloseSide();
  };

  return (
    <div className={styles.root}>
      {small && (
        <nav className={styles.rail} aria-label={t('workspace.outline')} data-pane="outline">
          <Outline small current={current} onToggle={toggle} />
        </nav>
      )}
      <Group
        groupRef={group}
        className={styles.group}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) keep(layout);
        }}
      >
        {!small && (
          <Panel
            key="outline"
            id="outline"
            defaultSize={percent(panes[0], 19)}
            minSize="180px"
            maxSize="360px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <nav className={styles.fill} aria-label={t('workspace.outline')} data-pane="outline">
              <Outline small={false} current={current} onToggle={toggle} />
            </nav>
          </Panel>
        )}
        {!small && (
          <Separator
            key="outline-edge"
            className={styles.separator}
            aria-label={t('workspace.resizeOutline')}
          />
        )}
        <Panel key="text" id="text" minSize="360px">
          <main
            id="main"
            tabIndex={-1}
            className={styles.fill}
            aria-label={t('workspace.editor')}
            data-pane="editor"
          >
            {editor}
          </main>
        </Panel>
        {beside && (
          <Separator
            key="side-edge"
            className={styles.separator}
            aria-label={t('workspace.resizeSide')}
          />
        )}
        {beside && (
          <Panel key="side" id="side" defaultSize={percent(panes[2], 34)} minSize="300px">
            <div className={styles.fill}>{side}</div>
          </Panel>
        )}
      </Group>
      {side !== null && narrow && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape works from anything inside
        <div className={mergeClasses(styles.over)} onKeyDown={onKeyDown}>
          {side}
        </div>
      )}
    </div>
  );
};
