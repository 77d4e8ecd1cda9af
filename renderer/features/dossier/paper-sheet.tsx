import { makeStyles } from '@fluentui/react-components';
import type { Page, PageFurniture } from '../../../shared/model';
import { FurnitureBehind, FurnitureInFront, PageDrawing } from '../../preview';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    overflow: 'hidden',
    backgroundColor: '#fff',
    color: '#000',
    // Paper is white in every theme, also in high contrast: it shows what will be printed.
    forcedColorAdjust: 'none',
    boxShadow: '0 1px 3px rgb(0 0 0 / 22%), 0 0 0 1px rgb(0 0 0 / 8%)',
  },
  text: { position: 'relative', width: '100%', height: '100%' },
});

interface PaperSheetProps {
  page: Page;
  furniture: PageFurniture;
  /** CSS pixels; left out: as wide as there is room. */
  width?: number;
}

/** A page of a paper with everything that stands on it when it is printed. */
export const PaperSheet = ({ page, furniture, width }: PaperSheetProps) => {
  const styles = useStyles();
  const place = { number: page.number, width: page.width, height: page.height, furniture };
  return (
    <div
      className={styles.root}
      style={{
        aspectRatio: `${page.width} / ${page.height}`,
        ...(width === undefined ? { width: '100%', maxWidth: '760px' } : { width }),
      }}
      data-sheet={page.number}
    >
      <FurnitureBehind {...place} />
      <div className={styles.text}>
        <PageDrawing page={page} />
      </div>
      <FurnitureInFront {...place} />
    </div>
  );
};
