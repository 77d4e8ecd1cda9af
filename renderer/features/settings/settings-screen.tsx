import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { FolderOpen20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { call } from '../../bridge';
import { type Language, useWords } from '../../i18n';
import { setPreferences, usePreferences, useProgram } from '../../state';
import { Screen, type ThemeChoice } from '../../ui';

const useStyles = makeStyles({
  groups: { display: 'grid', gap: tokens.spacingVerticalM },
  group: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  path: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});

export const SettingsScreen = () => {
  const t = useWords();
  const styles = useStyles();
  const { preferences } = usePreferences();
  const { info } = useProgram();
  const group = (title: string, children: ReactNode) => (
    <section className={styles.group} aria-label={title}>
      <Text as="h2" size={400} weight="semibold">
        {title}
      </Text>
      {children}
    </section>
  );
  return (
    <Screen narrow title={t('settings.title')}>
      <div className={styles.groups}>
        {group(
          t('settings.display'),
          <>
            <Field label={t('settings.language')}>
              <RadioGroup
                layout="horizontal"
                value={preferences.language}
                onChange={(_, data) => setPreferences({ language: data.value as Language })}
              >
                <Radio value="vi" label={t('settings.languageVi')} />
                <Radio value="en" label={t('settings.languageEn')} />
              </RadioGroup>
            </Field>
            <Field label={t('settings.theme')}>
              <RadioGroup
                layout="horizontal"
                value={preferences.theme}
                onChange={(_, data) => setPreferences({ theme: data.value as ThemeChoice })}
              >
                <Radio value="system" label={t('settings.themeSystem')} />
                <Radio value="light" label={t('settings.themeLight')} />
                <Radio value="dark" label={t('settings.themeDark')} />
              </RadioGroup>
            </Field>
          </>,
        )}
        {info !== null &&
          group(
            t('settings.data'),
            <>
              <div className={styles.row}>
                <div>
                  <div>{t('settings.dataFolder')}</div>
                  <div className={styles.path}>{info.dataFolder}</div>
                </div>
                <Button
                  icon={<FolderOpen20Regular />}
                  onClick={() => void call('store.revealFile', undefined)}
                >
                  {t('settings.showFolder')}
                </Button>
              </div>
              <Text className={styles.quiet}>{t('settings.dataHint')}</Text>
            </>,
          )}
        {info !== null &&
          group(
            t('settings.about'),
            <div>
              <Text weight="semibold">{info.name}</Text>
              <div>{t('settings.version', { version: info.version })}</div>
              <div className={styles.quiet}>
                {t('settings.runtime', {
                  electron: info.electron,
                  chromium: info.chromium,
                  platform: info.platform,
                })}
              </div>
            </div>,
          )}
      </div>
    </Screen>
  );
};
