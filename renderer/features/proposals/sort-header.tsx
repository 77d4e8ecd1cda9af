import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import type { SortColumn, SortOrder } from './sort-proposals';

const useStyles = makeStyles({
  cell: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface SortHeaderProps {
  column: SortColumn;
  title: string;
  order: SortOrder;
  className?: string;
  onSort: (column: SortColumn) => void;
}

/** The head of a column that the list can be sorted by. */
export const SortHeader = ({ column, title, order, className, onSort }: SortHeaderProps) => {
  const styles = useStyles();
  const isSorted = order.column === column;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={mergeClasses(styles.cell, className)}
      aria-sort={isSorted ? direction : 'none'}
    >
      <button
        type="button"
        className={mergeClasses(styles.button, isSorted && styles.sorted)}
        onClick={() => onSort(column)}
      >
        {title}
        {isSorted && (order.descending ? <ArrowDown12Regular /> : <ArrowUp12Regular />)}
      </button>
    </th>
  );
};
