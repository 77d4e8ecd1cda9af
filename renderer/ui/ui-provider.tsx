import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
} from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { darkTheme, lightTheme } from './brand';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// The content security policy lets style elements in only with this answer's nonce.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const useStyles = makeStyles({ root: { height: '100%', backgroundColor: 'transparent' } });

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const watchDark = (changed: () => void): (() => void) => {
  darkQuery.addEventListener('change', changed);
  return () => darkQuery.removeEventListener('change', changed);
};

export type ThemeChoice = 'system' | 'light' | 'dark';

/** True where the window is drawn light on dark. */
export const useIsDark = (choice: ThemeChoice): boolean => {
  const system = useSyncExternalStore(watchDark, () => darkQuery.matches);
  return choice === 'system' ? system : choice === 'dark';
};

/** Colours, faces and styles for everything below. High contrast is the browser's own business. */
export const UiProvider = ({ theme, children }: { theme: ThemeChoice; children: ReactNode }) => {
  const styles = useStyles();
  const dark = useIsDark(theme);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={dark ? darkTheme : lightTheme} className={styles.root}>
        {children}
      </FluentProvider>
    </RendererProvider>
  );
};
