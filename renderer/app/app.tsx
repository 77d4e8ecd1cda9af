import { usePreferences } from '../state';
import { LiveRegion, UiProvider } from '../ui';
import { CrashSheet } from './crash-sheet';
import { ErrorBoundary } from './error-boundary';
import { Window } from './window';

/** The outer boundary stands outside the theme: what broke may be the theme itself. */
export const App = () => {
  const theme = usePreferences(({ preferences }) => preferences.theme);
  return (
    <ErrorBoundary fallback={(again) => <CrashSheet onAgain={again} />}>
      <UiProvider theme={theme}>
        <LiveRegion />
        <Window />
      </UiProvider>
    </ErrorBoundary>
  );
};
