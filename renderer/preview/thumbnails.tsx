import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Page } from '../../shared/model';
import { useWords } from '../i18n';
import { PageDrawing } from './page-drawing';

/** Small pages may be late; drawing them at each key would make the large ones late. */
const QUIET_MS = 350;
const WIDTH = 68;

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    width: '96px',
    margin: 0,
    padding: 0,
    paddingBlock: tokens.spacingVerticalS,
    listStyleType: 'none',
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  item: { display: 'flex', justifyContent: 'center' },
  button: {
    display: 'grid',
    justifyItems: 'center',
    gap: '2px',
    padding: '4px 6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontFamily: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  paper: {
    backgroundColor: '#fff',
    forcedColorAdjust: 'none',
    boxShadow: '0 0 0 1px rgb(0 0 0 / 14%)',
  },
  current: { boxShadow: `0 0 0 2px ${tokens.colorBrandStroke1}` },
  over: { backgroundColor: '#dcdcdc' },
});

const useLate = (pages: readonly Page[]): readonly Page[] => {
  const [late, setLate] = useState(pages);
  useEffect(() => {
    const timer = setTimeout(() => setLate(pages), QUIET_MS);
    return () => clearTimeout(timer);
  }, [pages]);
  return late;
};

interface ThumbnailsProps {
  pages: readonly Page[];
  limit: number;
  /** Index of the page in view. */
  current: number;
  onGo: (index: number) => void;
}

/** All pages small, to go to one of them. */
export const Thumbnails = ({ pages, limit, current, onGo }: ThumbnailsProps) => {
  const t = useWords();
  const styles = useStyles();
  const list = useRef<HTMLOListElement>(null);
  const late = useLate(pages);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol className={styles.root} ref={list} aria-label={t('preview.thumbnails')}>
      {late.map((page, index) => (
        <li key={page.number} className={styles.item}>
          <button
            type="button"
            className={styles.button}
            aria-label={t('preview.goToPage', { page: page.number })}
            {...(index === current ? { 'aria-current': 'page' as const } : {})}
            onClick={() => onGo(index)}
          >
            <span
              className={mergeClasses(
                styles.paper,
                index >= limit && styles.over,
                index === current && styles.current,
              )}
              style={{ width: WIDTH, height: (WIDTH * page.height) / page.width }}
            >
              <PageDrawing page={page} />
            </span>
            {page.number}
          </button>
        </li>
      ))}
    </ol>
  );
};
