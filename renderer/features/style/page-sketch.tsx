import { makeStyles, tokens } from '@fluentui/react-components';
import type { Style } from '../../../shared/model';

const useStyles = makeStyles({
  root: { width: '126px', height: '178px', '@media (max-width: 620px)': { display: 'none' } },
  paper: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke1 },
  text: { stroke: tokens.colorNeutralForeground3 },
});

const WIDTH = 210;
const HEIGHT = 297;
const MM_PER_PT = 25.4 / 72;
/** Ascent, descent and gap of the face, in parts of its size. */
const LINE_PER_SIZE = 1.15;
const LINES_A_PARAGRAPH = 5;

/** A page as small as a stamp, true to its millimetres: margins, indent, spacing. */
export const PageSketch = ({ style }: { style: Style }) => {
  const styles = useStyles();
  const { margins, fontSize, lineSpacing, spaceAfter, indent } = style;
  const pitch = fontSize * MM_PER_PT * LINE_PER_SIZE * lineSpacing;
  const lines: { y: number; from: number; to: number }[] = [];
  let y = margins.top + pitch;
  for (let index = 0; y <= HEIGHT - margins.bottom; index += 1) {
    const inParagraph = index % LINES_A_PARAGRAPH;
    const isLast = inParagraph === LINES_A_PARAGRAPH - 1;
    const right = WIDTH - margins.right;
    lines.push({
      y,
      from: margins.left + (inParagraph === 0 ? indent : 0),
      to: isLast ? margins.left + (right - margins.left) * 0.55 : right,
    });
    y += pitch + (isLast ? spaceAfter * MM_PER_PT : 0);
  }
  return (
    <svg className={styles.root} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <rect className={styles.paper} x="1" y="1" width={WIDTH - 2} height={HEIGHT - 2} rx="3" />
      {lines.map((line) => (
        <line
          key={line.y}
          className={styles.text}
          x1={line.from}
          x2={line.to}
          y1={line.y - pitch * 0.3}
          y2={line.y - pitch * 0.3}
          strokeWidth={fontSize * MM_PER_PT * 0.35}
        />
      ))}
    </svg>
  );
};
