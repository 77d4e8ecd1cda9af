import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  Board24Filled,
  Board24Regular,
  BookSearch24Filled,
  BookSearch24Regular,
  Building24Filled,
  Building24Regular,
  DocumentText24Filled,
  DocumentText24Regular,
  MegaphoneLoud24Filled,
  MegaphoneLoud24Regular,
  QuestionCircle24Regular,
  Search24Regular,
  Settings24Filled,
  Settings24Regular,
  ShieldCheckmark24Filled,
  ShieldCheckmark24Regular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import appSign from '../../assets/icons/icon-small.svg';
import { useWords } from '../i18n';
import { hashOf, type Route, useLookOnly, useRoute } from '../state';
import { ariaShortcut, type Shortcut, shortcuts, shortcutText, useMedia } from '../ui';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '84px',
    padding: tokens.spacingHorizontalXS,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowY: 'auto',
    scrollbarWidth: 'none',
  },
  small: { width: '52px' },
  sign: { display: 'block', width: '28px', height: '28px', margin: '10px auto 6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  foot: { marginTop: 'auto' },
  item: {
    boxSizing: 'border-box',
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    width: '100%',
    minHeight: '56px',
    padding: `${tokens.spacingVerticalXS} 2px`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: '11px',
    lineHeight: '14px',
    textAlign: 'center',
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground1,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  itemSmall: { minHeight: '44px' },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorBrandForeground1,
    },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      insetBlock: '14px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
    },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  icon: { display: 'inline-flex' },
});

interface Place {
  readonly route: Route;
  readonly label:
    | 'nav.proposals'
    | 'nav.board'
    | 'nav.calls'
    | 'nav.library'
    | 'nav.organisations'
    | 'nav.backups'
    | 'nav.settings';
  readonly icon: ReactNode;
  readonly currentIcon: ReactNode;
}

const PLACES: readonly Place[] = [
  {
    route: { screen: 'home', trash: false },
    label: 'nav.proposals',
    icon: <DocumentText24Regular />,
    currentIcon: <DocumentText24Filled />,
  },
  {
    route: { screen: 'board' },
    label: 'nav.board',
    icon: <Board24Regular />,
    currentIcon: <Board24Filled />,
  },
  {
    route: { screen: 'calls', id: null },
    label: 'nav.calls',
    icon: <MegaphoneLoud24Regular />,
    currentIcon: <MegaphoneLoud24Filled />,
  },
  {
    route: { screen: 'library', shelf: 'tim', id: null },
    label: 'nav.library',
    icon: <BookSearch24Regular />,
    currentIcon: <BookSearch24Filled />,
  },
  {
    route: { screen: 'organisations' },
    label: 'nav.organisations',
    icon: <Building24Regular />,
    currentIcon: <Building24Filled />,
  },
  {
    route: { screen: 'backups' },
    label: 'nav.backups',
    icon: <ShieldCheckmark24Regular />,
    currentIcon: <ShieldCheckmark24Filled />,
  },
];

const SETTINGS: Place = {
  route: { screen: 'settings' },
  label: 'nav.settings',
  icon: <Settings24Regular />,
  currentIcon: <Settings24Filled />,
};

/** Places in which there is something to see where nothing can be changed. */
export const isForLooking = ({ screen }: Route): boolean =>
  screen === 'home' || screen === 'proposal' || screen === 'settings';

/** The workspace belongs to the list of proposals. */
const screenFor = (route: Route): Route['screen'] =>
  route.screen === 'proposal' ? 'home' : route.screen === 'dossier' ? 'board' : route.screen;

interface NavigationProps {
  onPalette: () => void;
  onHelp: () => void;
}

/** The places of the program; labels go where the window is narrow, their names stay. */
export const Navigation = ({ onPalette, onHelp }: NavigationProps) => {
  const t = useWords();
  const styles = useStyles();
  const { route } = useRoute();
  const lookOnly = useLookOnly();
  const small = useMedia('(max-width: 1180px), (max-height: 480px)');
  const look = mergeClasses(styles.item, small && styles.itemSmall);
  const named = (label: string, control: ReactElement) =>
    small ? (
      <Tooltip content={label} relationship="inaccessible" positioning="after">
        {control}
      </Tooltip>
    ) : (
      control
    );
  const link = ({ route: to, label, icon, currentIcon }: Place) => {
    const isCurrent = screenFor(route) === to.screen;
    return (
      <li key={label}>
        {named(
          t(label),
          <a
            href={hashOf(to)}
            className={mergeClasses(look, isCurrent && styles.current)}
            {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
            {...(small ? { 'aria-label': t(label) } : {})}
          >
            <span className={styles.icon} aria-hidden="true">
              {isCurrent ? currentIcon : icon}
            </span>
            {!small && t(label)}
          </a>,
        )}
      </li>
    );
  };
  const action = (
    label: 'nav.commands' | 'nav.help',
    icon: ReactNode,
    shortcut: Shortcut,
    run: () => void,
  ) => (
    <li>
      {named(
        `${t(label)} (${shortcutText(shortcut)})`,
        <button
          type="button"
          className={look}
          aria-keyshortcuts={ariaShortcut(shortcut)}
          {...(small ? { 'aria-label': t(label) } : { title: shortcutText(shortcut) })}
          onClick={run}
        >
          <span className={styles.icon} aria-hidden="true">
            {icon}
          </span>
          {!small && t(label)}
        </button>,
      )}
    </li>
  );
  return (
    <nav
      className={mergeClasses(styles.root, small && styles.small)}
      aria-label={t('nav.label')}
      data-pane="navigation"
    >
      <img className={styles.sign} src={appSign} alt="" />
      <ul className={styles.list}>
        {PLACES.filter(({ route: to }) => !lookOnly || isForLooking(to)).map(link)}
      </ul>
      <ul className={mergeClasses(styles.list, styles.foot)}>
        {action('nav.commands', <Search24Regular />, shortcuts.palette, onPalette)}
        {action('nav.help', <QuestionCircle24Regular />, shortcuts.help, onHelp)}
        {link(SETTINGS)}
      </ul>
    </nav>
  );
};
