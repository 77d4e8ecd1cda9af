import {
  Badge,
  Field,
  makeStyles,
  SearchBox,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import { marksOf } from '../../../shared/model';
import { useWords } from '../../i18n';
import {
  type FoundRecord,
  findEverywhere,
  hashOf,
  routeOfFind,
  type SearchHits,
} from '../../state';
import { FailureBar, MarkedText } from '../../ui';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 180px',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
    '@media (max-width: 720px)': { gridTemplateColumns: '1fr' },
  },
  box: { width: '100%', maxWidth: 'none' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  hit: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  kind: { flexShrink: 0, whiteSpace: 'nowrap' },
  title: { fontWeight: tokens.fontWeightSemibold },
  snippet: { color: tokens.colorNeutralForeground2 },
  count: {
    display: 'block',
    marginBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
});

const KINDS = ['call', 'programme', 'task', 'reference', 'proposal'] as const;
const WAIT_MS = 120;

export const SearchShelf = ({ initialQuery }: { initialQuery: string }) => {
  const t = useWords();
  const styles = useStyles();
  const [query, setQuery] = useState(initialQuery);
  const [kind, setKind] = useState<FoundRecord['kind'] | 'all'>('all');
  const [hits, setHits] = useState<SearchHits | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const turn = useRef(0);

  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (query.trim() === '') {
      setHits(null);
      return undefined;
    }
    const timer = setTimeout(async () => {
      const answer = await findEverywhere(query, kind === 'all' ? {} : { kinds: [kind] });
      // A slower answer to fewer letters must not replace a newer one.
      if (mine !== turn.current) return;
      setFailure(answer.ok ? null : answer.error);
      setHits(answer.ok ? answer.value : null);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [query, kind]);

  return (
    <section aria-label={t('library.shelf_tim')}>
      <div className={styles.bar}>
        <Field label={t('library.searchLabel')}>
          <SearchBox
            className={styles.box}
            size="large"
            data-library-search
            placeholder={t('library.searchHint')}
            defaultValue={initialQuery}
            onChange={(_, data) => setQuery(data.value)}
          />
        </Field>
        <Field label={t('library.kindLabel')}>
          <Select
            size="large"
            value={kind}
            onChange={(_, data) => setKind(KINDS.find((one) => one === data.value) ?? 'all')}
          >
            <option value="all">{t('library.allKinds')}</option>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`library.kind_${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {failure !== null && <FailureBar failure={failure} />}
      {hits !== null && (
        <Text className={styles.count} role="status">
          {hits.length === 0 ? t('library.noneFound') : t('library.found', { count: hits.length })}
        </Text>
      )}
      <ul className={styles.list}>
        {hits?.map((hit) => (
          <li key={`${hit.kind}/${hit.id}`}>
            <a
              className={styles.hit}
              href={hashOf(routeOfFind(hit))}
              data-hit={`${hit.kind}/${hit.id}`}
            >
              <span className={styles.head}>
                <Badge className={styles.kind} appearance="tint" color="informative">
                  {t(`library.kind_${hit.kind}`)}
                </Badge>
                <span className={styles.title} lang="vi">
                  <MarkedText
                    text={hit.title === '' ? t('common.untitled') : hit.title}
                    marks={marksOf(hit.title, query)}
                  />
                </span>
              </span>
              {hit.snippet !== hit.title && (
                <span className={styles.snippet} lang="vi">
                  <MarkedText text={hit.snippet} marks={hit.marks} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
