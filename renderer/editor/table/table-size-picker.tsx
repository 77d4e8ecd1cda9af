import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../../i18n';

const ROWS = 8;
const COLUMNS = 8;

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  label: {
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: `repeat(${COLUMNS}, 24px)`,
    gap: '2px',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  cell: {
    width: '24px',
    height: '24px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const clamp = (value: number, most: number): number => Math.max(1, Math.min(value, most));

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows by columns, with the mouse or the arrow keys, as in Word. */
export const TableSizePicker = ({ onPick }: { onPick: (size: Size) => void }) => {
  const t = useWords();
  const styles = useStyles();
  const [size, setSize] = useState<Size>({ rows: 3, columns: 3 });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setSize({
        rows: clamp(size.rows + step[0], ROWS),
        columns: clamp(size.columns + step[1], COLUMNS),
      });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPick(size);
    }
  };
  const words = t('editor.tableSize', { rows: size.rows, columns: size.columns });
  return (
    <div className={styles.root}>
      <div className={styles.label}>{words}</div>
      <div
        className={styles.grid}
        role="slider"
        tabIndex={0}
        aria-label={t('editor.insertTable')}
        aria-valuemin={1}
        aria-valuemax={ROWS * COLUMNS}
        aria-valuenow={size.rows * size.columns}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: ROWS * COLUMNS }, (_, index) => {
          const rows = Math.floor(index / COLUMNS) + 1;
          const columns = (index % COLUMNS) + 1;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the grid around it takes the keys.
            <div
              key={`${rows}-${columns}`}
              className={mergeClasses(
                styles.cell,
                rows <= size.rows && columns <= size.columns && styles.chosen,
              )}
              onMouseEnter={() => setSize({ rows, columns })}
              onMouseDown={(event) => event.preventDefault()}
              onMouseUp={() => onPick({ rows, columns })}
            />
          );
        })}
      </div>
    </div>
  );
};
