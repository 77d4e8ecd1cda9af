import { words } from '../i18n';

/** Plain elements on purpose: it has to appear even when the components are what broke. */
export const CrashSheet = ({ onAgain }: { onAgain: () => void }) => {
  const t = words();
  return (
    <div className="crash-sheet" role="alert">
      <h2>{t('crash.title')}</h2>
      <p>{t('crash.kept')}</p>
      <p>{t('crash.next')}</p>
      <p>
        <button type="button" onClick={onAgain}>
          {t('crash.again')}
        </button>{' '}
        <button type="button" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </button>
      </p>
    </div>
  );
};
