import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useWords } from '../../i18n';
import { type LibraryShelf, libraryShelves, navigate } from '../../state';
import { Screen } from '../../ui';
import { DaysOff } from './days-off';
import { Programmes } from './programmes';
import { References } from './references';
import { SearchShelf } from './search-shelf';

const useStyles = makeStyles({
  tabs: { marginInlineStart: '-12px', marginBottom: tokens.spacingVerticalL },
});

interface LibraryScreenProps {
  shelf: LibraryShelf;
  id: string | null;
}

/** Everything that is known: to find, to read, to cite, to mend. */
export const LibraryScreen = ({ shelf, id }: LibraryScreenProps) => {
  const t = useWords();
  const styles = useStyles();
  const content = () => {
    switch (shelf) {
      case 'tim':
        return <SearchShelf initialQuery={id ?? ''} />;
      case 'van-ban':
        return <References id={id} />;
      case 'chuong-trinh':
        return <Programmes id={id} />;
      case 'lich':
        return <DaysOff />;
    }
  };
  return (
    <Screen title={t('library.title')} intro={t('library.intro')}>
      <TabList
        className={styles.tabs}
        selectedValue={shelf}
        onTabSelect={(_, data) =>
          navigate({ screen: 'library', shelf: data.value as LibraryShelf, id: null })
        }
      >
        {libraryShelves.map((one) => (
          <Tab key={one} value={one}>
            {t(`library.shelf_${one}`)}
          </Tab>
        ))}
      </TabList>
      {content()}
    </Screen>
  );
};
