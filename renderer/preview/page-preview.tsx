import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Page } from '../../shared/model';
import { useWords } from '../i18n';
import { setPreferences, useCaret, usePageCount, usePreferences } from '../state';
import { announce, Delayed, FailureBar } from '../ui';
import { goToLine } from './go-to-line';
import { type LineOnPage, lineOfCaret } from './line-place';
import { startPaperFace } from './paper-face';
import { PreviewBar } from './preview-bar';
import { stepLine } from './reading-line';
import { Sheet } from './sheet';
import { LIMIT_BAND, sheetPositions } from './sheet-positions';
import { Thumbnails } from './thumbnails';
import { useRoom } from './use-room';
import { MARGIN, nextZoom, PIXELS_A_TWIP, SHEET_GAP, scaleOf } from './zoom';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  failure: { padding: tokens.spacingHorizontalS },
  body: { flex: 1, minHeight: 0, display: 'flex' },
  scroll: {
    flex: 1,
    minWidth: 0,
    position: 'relative',
    overflow: 'auto',
    scrollbarGutter: 'stable',
    backgroundColor: tokens.colorNeutralBackground4,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  column: { position: 'relative', minWidth: '100%' },
  waiting: { height: '100%', display: 'grid', placeItems: 'center' },
  limit: {
    position: 'absolute',
    insetInline: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: `${LIMIT_BAND}px`,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusDangerForeground1,
    '::before': { content: '""', flex: 1, borderTop: '1.5px dashed currentColor' },
    '::after': { content: '""', flex: 1, borderTop: '1.5px dashed currentColor' },
  },
});

/** Sheets a little outside the view are drawn ahead of the scrolling. */
const AHEAD = 300;
const none: readonly Page[] = [];

/** The pages as they will be printed. Reads the page count itself. */
export const PagePreview = () => {
  const t = useWords();
  const styles = useStyles();
  useEffect(startPaperFace, []);
  const failure = usePageCount((state) => state.failure);
  const pages = usePageCount((state) => state.pageList?.pages ?? none);
  return (
    <div className={styles.root}>
      {failure !== null && (
        <div className={styles.failure}>
          <FailureBar failure={failure} intent="warning" />
        </div>
      )}
      {pages.length === 0 ? (
        <div className={styles.waiting}>
          {failure === null && (
            <Delayed>
              <Spinner label={t('workspace.previewWaiting')} />
            </Delayed>
          )}
        </div>
      ) : (
        <Sheets pages={pages} />
      )}
    </div>
  );
};

const Sheets = ({ pages }: { pages: readonly Page[] }) => {
  const t = useWords();
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const room = useRoom(scroll);
  const limit = usePageCount((state) => state.limit);
  const zoom = usePreferences((state) => state.preferences.previewZoom);
  const thumbnails = usePreferences((state) => state.preferences.previewThumbnails ?? false);
  const caret = useCaret((state) => state.caret);
  const [scrolled, setScrolled] = useState(0);
  const [reading, setReading] = useState<LineOnPage | null>(null);

  const paper = pages[0];
  const scale = room === null || paper === undefined ? null : scaleOf(zoom, room, paper);
  const positions = useMemo(
    () =>
      scale === null || paper === undefined
        ? null
        : sheetPositions(pages.length, limit, scale, paper),
    [pages.length, limit, scale, paper],
  );
  const caretLine = useMemo(
    () =>
      caret === null
        ? null
        : lineOfCaret(pages, {
            section: caret.section,
            path: caret.place?.path ?? [],
            offset: caret.place?.offset ?? 0,
          }),
    [pages, caret],
  );

  /** Brings a line into view when it is not; without haste, so that reading is not torn away. */
  const show = ({ page, line }: LineOnPage): void => {
    const element = scroll.current;
    if (element === null || room === null || positions === null || scale === null) return;
    const top = positions.top(page) + line.top * PIXELS_A_TWIP * scale;
    // Not asked of the element: that would lay the new pages out here and now, at each key.
    if (top > scrolled + 8 && top < scrolled + room.height - 48) return;
    element.scrollTop = top - room.height * 0.4;
  };

  const textLeft = useRef(0);
  textLeft.current =
    paper === undefined ? 0 : Math.min(...paper.lines.map(({ x }) => x), paper.width);
  // The place in the middle of the view stays there when the sheets change their size.
  const lastScale = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = scroll.current;
    const before = lastScale.current;
    lastScale.current = scale;
    if (element === null || scale === null || before === null || before === scale) return;
    const middle = element.scrollTop + element.clientHeight / 2;
    element.scrollTop = (middle * scale) / before - element.clientHeight / 2;
    // A sheet wider than the view shows the beginnings of its lines, not its empty margin.
    element.scrollLeft = textLeft.current * PIXELS_A_TWIP * scale;
  }, [scale]);

  const caretPage = caretLine?.page;
  const caretTop = caretLine?.line.top;
  const showCaret = useRef(() => {});
  showCaret.current = () => {
    const isReadHere = scroll.current?.contains(document.activeElement) === true;
    if (caretLine !== null && !isReadHere) show(caretLine);
  };
  useEffect(() => {
    if (caretPage !== undefined && caretTop !== undefined) showCaret.current();
  }, [caretPage, caretTop]);

  useEffect(() => {
    const element = scroll.current;
    if (element === null || scale === null) return;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setPreferences({ previewZoom: nextZoom(scale, event.deltaY < 0 ? 1 : -1) });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scale]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || scale === null) return;
    const zoomStep = event.ctrlKey && { '=': 1, '+': 1, '-': -1 }[event.key];
    if (zoomStep === 1 || zoomStep === -1) {
      event.preventDefault();
      setPreferences({ previewZoom: nextZoom(scale, zoomStep) });
      return;
    }
    if (event.ctrlKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = stepLine(pages, reading ?? caretLine, event.key === 'ArrowDown' ? 1 : -1);
      if (next === null) return;
      event.preventDefault();
      setReading(next);
      show(next);
      announce(next.line.spans.map(({ text }) => text).join(' '));
    } else if (event.key === 'Enter' && reading !== null) {
      event.preventDefault();
      goToLine(reading.line);
    }
  };

  const goToPage = (index: number): void => {
    if (scroll.current !== null && positions !== null) {
      scroll.current.scrollTop = positions.top(index) - MARGIN / 2;
    }
  };

  const height = room?.height ?? 0;
  const [first, last] = positions?.within(scrolled - AHEAD, scrolled + height + AHEAD) ?? [0, -1];
  const [current] = positions?.within(scrolled + height * 0.4, scrolled) ?? [0];
  const marked = reading ?? caretLine;
  const left =
    positions === null ? 0 : Math.max(MARGIN, ((room?.width ?? 0) - positions.width) / 2);

  return (
    <>
      <PreviewBar
        page={current + 1}
        pages={pages.length}
        zoom={zoom}
        scale={scale ?? 1}
        thumbnails={thumbnails}
      />
      <div className={styles.body}>
        {thumbnails && <Thumbnails pages={pages} limit={limit} current={current} onGo={goToPage} />}
        {/* biome-ignore lint/a11y/useSemanticElements: a document inside the window. */}
        <div
          ref={scroll}
          className={styles.scroll}
          role="group"
          aria-label={t('preview.label')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled and read with the arrow keys.
          tabIndex={0}
          onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
          onKeyDown={onKeyDown}
          onBlur={() => setReading(null)}
        >
          {positions !== null && (
            <div
              className={styles.column}
              style={{ height: positions.total, width: positions.width + 2 * MARGIN }}
            >
              {Array.from({ length: last - first + 1 }, (_, at) => {
                const index = first + at;
                return (
                  <Sheet
                    key={index}
                    page={pages[index]}
                    index={index}
                    top={positions.top(index)}
                    left={left}
                    width={positions.width}
                    height={positions.height}
                    overText={index >= limit ? t('preview.overPage', { page: index + 1 }) : null}
                    marked={marked?.page === index ? marked.line : null}
                  />
                );
              })}
              {pages.length >= limit && (
                <div
                  className={styles.limit}
                  style={{ top: positions.top(limit - 1) + positions.height + SHEET_GAP / 4 }}
                >
                  {t('preview.limitLine', { limit })}
                </div>
              )}
            </div>
          )}
        </div>
      </div>
    </>
  );
};
