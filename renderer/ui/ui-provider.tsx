import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  useFocusFinders,
} from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { darkTheme, lightTheme } from './brand';
import { useFocusReturn } from './use-focus-return';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// The content security policy lets style elements in only with this answer's nonce.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

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

/**
 * The library's keeper of focus lives as long as somebody uses it. Were dialogs its only users, it
 * would go with the last one, before it had given the rest of the window back to screen readers.
 */
const FocusKeeper = () => {
  useFocusFinders();
  useFocusReturn();
  return null;
};

const Themed = ({ theme, children }: { theme: ThemeChoice; children: ReactNode }) => {
  const dark = useIsDark(theme);
  useLayoutEffect(() => {
    // For what the browser draws itself: scroll bars, the caret, the ground before our styles.
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <FocusKeeper />
      {children}
    </FluentProvider>
  );
};

/**
 * Colours, faces and styles for everything below. High contrast is the browser's own business.
 * Only what stands inside the renderer's provider gets the nonce, our own styles included. The
 * provider's element has its height from base.css: a class given here would go to every portal too
 * and cover the window.
 */
export const UiProvider = ({ theme, children }: { theme: ThemeChoice; children: ReactNode }) => (
  <RendererProvider renderer={renderer} targetDocument={document}>
    <Themed theme={theme}>{children}</Themed>
  </RendererProvider>
);
