import {
  Button,
  Link,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowExportUp20Regular,
  ArrowUndo20Regular,
  Copy20Regular,
  Delete20Regular,
  ErrorCircle16Filled,
  FolderOpen20Regular,
  MoreHorizontal20Regular,
  Rename20Regular,
} from '@fluentui/react-icons';
import type { ProposalSummary } from '../../../shared/ipc';
import { pagesText, relativeTime, useWords } from '../../i18n';
import { askToWrite, hashOf, navigate, useLookOnly } from '../../state';
import { PageFill, VisuallyHidden } from '../../ui';
import { duplicate, nameOf, restore, trash } from './proposal-actions';
import { SortHeader } from './sort-header';
import type { SortColumn, SortOrder } from './sort-proposals';

const useStyles = makeStyles({
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  row: {
    cursor: 'pointer',
    '&:not(:last-child) > td': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  cell: {
    padding: `10px ${tokens.spacingHorizontalM}`,
    verticalAlign: 'middle',
    fontVariantNumeric: 'tabular-nums',
  },
  name: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  call: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    marginTop: '2px',
  },
  damaged: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
    marginTop: '2px',
  },
  damagedIcon: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  pages: { width: '112px' },
  answered: { width: '116px', '@media (max-width: 960px)': { display: 'none' } },
  time: { width: '160px', '@media (max-width: 720px)': { display: 'none' } },
  actions: { position: 'relative', width: '52px', textAlign: 'right' },
});

interface ProposalTableProps {
  proposals: readonly ProposalSummary[];
  trashed: boolean;
  label: string;
  now: Date;
  order: SortOrder;
  onSort: (column: SortColumn) => void;
  onRename: (proposal: ProposalSummary) => void;
  onErase: (proposal: ProposalSummary) => void;
}

export const ProposalTable = ({
  proposals,
  trashed,
  label,
  now,
  order,
  onSort,
  onRename,
  onErase,
}: ProposalTableProps) => {
  const t = useWords();
  const styles = useStyles();
  const sorting = { order, onSort };
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <SortHeader column="title" title={t('home.columnTitle')} {...sorting} />
            <SortHeader
              column="pages"
              title={t('home.columnPages')}
              className={styles.pages}
              {...sorting}
            />
            <SortHeader
              column="answered"
              title={t('home.columnAnswered')}
              className={styles.answered}
              {...sorting}
            />
            <SortHeader
              column="time"
              title={trashed ? t('home.columnTrashed') : t('home.columnModified')}
              className={styles.time}
              {...sorting}
            />
            <th scope="col" className={mergeClasses(styles.head, styles.actions)}>
              <VisuallyHidden>{t('home.columnActions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <Row
              key={proposal.id}
              {...{ proposal, trashed, now }}
              onRename={() => onRename(proposal)}
              onErase={() => onErase(proposal)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface RowProps {
  proposal: ProposalSummary;
  trashed: boolean;
  now: Date;
  onRename: () => void;
  onErase: () => void;
}

const Row = ({ proposal, trashed, now, onRename, onErase }: RowProps) => {
  const t = useWords();
  const styles = useStyles();
  const { pages, pageLimit, answered, sections } = proposal;
  const route = { screen: 'proposal', id: proposal.id } as const;
  const name = nameOf(proposal);
  const lookOnly = useLookOnly();
  const open = (): void => navigate(route);
  return (
    // The name is the control; a click elsewhere on the row is only a larger target for the mouse.
    <tr className={styles.row} onClick={open}>
      <td className={styles.cell}>
        <Link href={hashOf(route)} className={styles.name} appearance="subtle" title={name}>
          {name}
        </Link>
        {proposal.damaged ? (
          <div className={styles.damaged}>
            <ErrorCircle16Filled className={styles.damagedIcon} aria-hidden />
            <span>{t('home.damaged')}</span>
            {!lookOnly && (
              <Link
                href={hashOf({ screen: 'backups' })}
                onClick={(event) => event.stopPropagation()}
              >
                {t('home.damagedRestore')}
              </Link>
            )}
          </div>
        ) : (
          <div className={styles.call} title={proposal.callTitle}>
            {proposal.callTitle}
          </div>
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.pages)}>
        {proposal.damaged ? null : pages === null ? (
          <span className={styles.quiet}>{t('home.pagesUnknown')}</span>
        ) : (
          <PageFill
            part={pages / pageLimit}
            text={t('home.pages', { pages: pagesText(pages), limit: pageLimit })}
            label={t('home.pagesLabel', { pages: pagesText(pages), limit: pageLimit })}
          />
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.answered)}>
        {!proposal.damaged && (
          <span title={t('home.answeredLabel', { answered, sections })}>
            {t('home.answered', { answered, sections })}
          </span>
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.time, styles.quiet)}>
        {relativeTime(proposal.trashedAt ?? proposal.modifiedAt, now, t)}
      </td>
      <td
        className={mergeClasses(styles.cell, styles.actions)}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<MoreHorizontal20Regular />}
              aria-label={t('common.moreOf', { name })}
              title={t('common.more')}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<FolderOpen20Regular />} onClick={open}>
                {t('home.open')}
              </MenuItem>
              {lookOnly ? (
                <MenuItem
                  icon={<ArrowExportUp20Regular />}
                  onClick={() => askToWrite([proposal.id])}
                >
                  {t('home.transfer')}
                </MenuItem>
              ) : trashed ? (
                <>
                  <MenuItem icon={<ArrowUndo20Regular />} onClick={() => void restore(proposal)}>
                    {t('home.restore')}
                  </MenuItem>
                  <MenuDivider />
                  <MenuItem icon={<Delete20Regular />} onClick={onErase}>
                    {t('home.erase')}
                  </MenuItem>
                </>
              ) : (
                <>
                  <MenuItem icon={<Rename20Regular />} onClick={onRename}>
                    {t('home.rename')}
                  </MenuItem>
                  <MenuItem
                    icon={<ArrowExportUp20Regular />}
                    onClick={() => askToWrite([proposal.id])}
                  >
                    {t('home.transfer')}
                  </MenuItem>
                  <MenuItem icon={<Copy20Regular />} onClick={() => void duplicate(proposal)}>
                    {t('home.duplicate')}
                  </MenuItem>
                  <MenuDivider />
                  <MenuItem icon={<Delete20Regular />} onClick={() => void trash(proposal)}>
                    {t('home.trash')}
                  </MenuItem>
                </>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      </td>
    </tr>
  );
};
