import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Orientation } from '../../shared/model';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  inner: {
    marginInlineStart: '11px',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXS },
  sign: {
    flexShrink: 0,
    minWidth: '28px',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  box: { alignItems: 'flex-start' },
});

interface OrientationTreeProps {
  orientations: readonly Orientation[];
  /** Given where they can be chosen. */
  choice?: {
    readonly chosen: readonly string[];
    readonly onChoose: (id: string, chosen: boolean) => void;
    readonly readOnly?: boolean;
    /** Shown under a chosen one. */
    readonly under?: (orientation: Orientation) => ReactNode;
  };
  depth?: number;
}

/** The orientations of a call as the letter arranges them, to read or to choose from. */
export const OrientationTree = ({ orientations, choice, depth = 0 }: OrientationTreeProps) => {
  const styles = useStyles();
  const lineOf = ({ id, text }: Orientation) => (
    <>
      <span className={styles.sign}>{id})</span>
      <span>{text}</span>
    </>
  );
  return (
    <ul className={depth === 0 ? styles.list : `${styles.list} ${styles.inner}`} lang="vi">
      {orientations.map((orientation) => {
        const chosen = choice?.chosen.includes(orientation.id) ?? false;
        return (
          <li key={orientation.id} data-orientation={orientation.id}>
            {choice === undefined ? (
              <div className={styles.line}>{lineOf(orientation)}</div>
            ) : (
              <Checkbox
                className={styles.box}
                label={`${orientation.id}) ${orientation.text}`}
                checked={chosen}
                disabled={choice.readOnly ?? false}
                onChange={(_, data) => choice.onChoose(orientation.id, data.checked === true)}
              />
            )}
            {chosen && choice?.under?.(orientation)}
            {orientation.children.length > 0 && (
              <OrientationTree
                orientations={orientation.children}
                depth={depth + 1}
                {...(choice === undefined ? {} : { choice })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};
