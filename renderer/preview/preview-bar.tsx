import {
  Button,
  Menu,
  MenuDivider,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  ToggleButton,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  Add20Regular,
  ChevronDown12Regular,
  DocumentMultiple20Regular,
  Subtract20Regular,
} from '@fluentui/react-icons';
import { memo } from 'react';
import { useWords } from '../i18n';
import { setPreferences } from '../state';
import { nextZoom, type Zoom } from './zoom';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    minHeight: '36px',
    paddingInline: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  page: {
    flex: 1,
    minWidth: 0,
    paddingInlineStart: tokens.spacingHorizontalXS,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  square: { minWidth: '28px', width: '28px', height: '28px', padding: 0 },
  zoom: {
    minWidth: '64px',
    height: '28px',
    paddingInline: '6px',
    fontWeight: 400,
    fontVariantNumeric: 'tabular-nums',
  },
});

const PERCENTS = [50, 75, 100, 125, 150, 175, 200] as const;

interface PreviewBarProps {
  page: number;
  pages: number;
  zoom: Zoom;
  scale: number;
  thumbnails: boolean;
}

const setZoom = (previewZoom: Zoom): void => setPreferences({ previewZoom });

/** Which page is shown, how large, and whether the small pages stand beside it. */
export const PreviewBar = memo(({ page, pages, zoom, scale, thumbnails }: PreviewBarProps) => {
  const t = useWords();
  const styles = useStyles();
  const percent = Math.round(scale * 100);
  const chosen = typeof zoom === 'number' ? String(Math.round(zoom * 100)) : zoom;
  const step = (direction: 1 | -1) => () => setZoom(nextZoom(scale, direction));
  return (
    <div className={styles.root}>
      <Tooltip content={t('preview.thumbnails')} relationship="label">
        <ToggleButton
          className={styles.square}
          appearance="subtle"
          size="small"
          icon={<DocumentMultiple20Regular />}
          checked={thumbnails}
          onClick={() => setPreferences({ previewThumbnails: !thumbnails })}
        />
      </Tooltip>
      <span className={styles.page}>{t('preview.pageOf', { page, pages })}</span>
      <Tooltip content={t('preview.zoomOut')} relationship="label">
        <Button
          className={styles.square}
          appearance="subtle"
          size="small"
          icon={<Subtract20Regular />}
          onClick={step(-1)}
        />
      </Tooltip>
      <Menu
        checkedValues={{ zoom: [chosen] }}
        onCheckedValueChange={(_, { checkedItems: [value] }) => {
          if (value === 'fit-width' || value === 'fit-page') setZoom(value);
          else setZoom(Number(value) / 100);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={t('preview.zoom')} relationship="description">
            <Button
              className={styles.zoom}
              appearance="subtle"
              size="small"
              icon={<ChevronDown12Regular />}
              iconPosition="after"
              aria-label={t('preview.zoomIs', { percent })}
            >
              {percent}%
            </Button>
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="zoom" value="fit-width">
              {t('preview.fitWidth')}
            </MenuItemRadio>
            <MenuItemRadio name="zoom" value="fit-page">
              {t('preview.fitPage')}
            </MenuItemRadio>
            <MenuDivider />
            {PERCENTS.map((value) => (
              <MenuItemRadio key={value} name="zoom" value={String(value)}>
                {value}%
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Tooltip content={t('preview.zoomIn')} relationship="label">
        <Button
          className={styles.square}
          appearance="subtle"
          size="small"
          icon={<Add20Regular />}
          onClick={step(1)}
        />
      </Tooltip>
    </div>
  );
});
