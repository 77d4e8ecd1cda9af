import { makeStyles, tokens } from '@fluentui/react-components';
import type { TextRange } from '../../shared/base';

const useStyles = makeStyles({
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
});

interface MarkedTextProps {
  text: string;
  /** In order, without overlaps. */
  marks: readonly TextRange[];
}

/** A text with the words that were looked for shown as found. */
export const MarkedText = ({ text, marks }: MarkedTextProps) => {
  const styles = useStyles();
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(marks[index - 1]?.to ?? 0, from)}
          <mark className={styles.mark}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
};
