import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { dayNumber, weekdayAndDate } from '../../../shared/base';
import type { CalendarDay, CalendarYear } from '../../../shared/model';
import { useWords } from '../../i18n';
import { resetRecord, saveRecord, standingOf, useLibrary } from '../../state';
import { FailureBar, readDay } from '../../ui';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  table: { backgroundColor: tokens.colorNeutralBackground1, maxWidth: '960px' },
  day: { width: '190px' },
  narrow: { width: '110px' },
  tool: { width: '48px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The table of days off, year by year, as the deadlines are computed from it. */
export const DaysOff = () => {
  const t = useWords();
  const styles = useStyles();
  const { calendar, standings } = useLibrary();
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ message: string } | null>(null);
  const [generation, setGeneration] = useState(0);
  const typed = useRef({ date: '', name: '', kind: 'off' as CalendarDay['kind'] });
  const current =
    calendar.years.find(({ id }) => id === chosen) ??
    calendar.years.find(({ id }) => id === String(new Date().getFullYear())) ??
    calendar.years[0];
  if (current === undefined) return null;
  const standing = standingOf(standings, 'calendarYears', current.id);
  const save = async (days: readonly CalendarDay[]): Promise<void> => {
    const sorted = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
    const value: CalendarYear = { ...current, days: sorted };
    const saved = await saveRecord('calendarYears', value);
    setFailure(saved.ok ? null : saved.error);
  };
  const add = async (): Promise<void> => {
    const { date: text, name, kind } = typed.current;
    const date = readDay(text);
    const isNew = !current.days.some((day) => day.date === date);
    if (date === null || !date.startsWith(current.id) || name.trim() === '' || !isNew) {
      setFailure({ message: t('library.dayWrong') });
      return;
    }
    await save([
      ...current.days,
      {
        date,
        kind,
        name: name.trim().normalize('NFC'),
        cause: kind === 'work' ? 'swap' : 'holiday',
        verified: true,
        note: '',
      },
    ]);
    typed.current = { date: '', name: '', kind: 'off' };
    setGeneration(generation + 1);
  };
  return (
    <section className={styles.root} aria-label={t('library.shelf_lich')}>
      <Text className={styles.quiet}>{t('library.calendarIntro')}</Text>
      <div className={styles.bar}>
        <Field label={t('library.year')}>
          <Select value={current.id} onChange={(_, data) => setChosen(data.value)}>
            {calendar.years.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </Select>
        </Field>
        <Text>{t(`library.status_${current.status}`)}</Text>
        {standing !== undefined && (
          <Button appearance="subtle" onClick={() => void resetRecord('calendarYears', current.id)}>
            {t('library.reset')}
          </Button>
        )}
      </div>
      <Text className={styles.quiet} lang="vi">
        {current.source} {current.note}
      </Text>
      {failure !== null && <FailureBar failure={failure} />}
      <div key={generation} className={styles.bar}>
        <Field label={t('library.day')}>
          <Input
            data-field="day"
            onChange={(_, data) => {
              typed.current.date = data.value;
            }}
          />
        </Field>
        <Field label={t('library.dayKind')}>
          <Select
            defaultValue="off"
            onChange={(_, data) => {
              typed.current.kind = data.value === 'work' ? 'work' : 'off';
            }}
          >
            <option value="off">{t('library.kind_off')}</option>
            <option value="work">{t('library.kind_work')}</option>
          </Select>
        </Field>
        <Field label={t('library.dayName')}>
          <Input
            data-field="day-name"
            onChange={(_, data) => {
              typed.current.name = data.value;
            }}
          />
        </Field>
        <Button icon={<Add20Regular />} onClick={() => void add()}>
          {t('library.addDay')}
        </Button>
      </div>
      <Table size="small" className={styles.table} aria-label={t('library.shelf_lich')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.day}>{t('library.day')}</TableHeaderCell>
            <TableHeaderCell className={styles.narrow}>{t('library.dayKind')}</TableHeaderCell>
            <TableHeaderCell>{t('library.dayName')}</TableHeaderCell>
            <TableHeaderCell className={styles.narrow}>{t('library.dayVerified')}</TableHeaderCell>
            <TableHeaderCell className={styles.tool} />
          </TableRow>
        </TableHeader>
        <TableBody>
          {current.days.map((day) => {
            const name = weekdayAndDate(dayNumber(day.date));
            const others = current.days.filter((one) => one !== day);
            return (
              <TableRow key={day.date} lang="vi">
                <TableCell className={styles.day}>{name}</TableCell>
                <TableCell className={styles.narrow}>{t(`library.kind_${day.kind}`)}</TableCell>
                <TableCell>{day.name}</TableCell>
                <TableCell className={styles.narrow}>
                  <Checkbox
                    aria-label={`${t('library.dayVerified')}: ${name}`}
                    checked={day.verified}
                    onChange={(_, data) =>
                      void save([...others, { ...day, verified: data.checked === true }])
                    }
                  />
                </TableCell>
                <TableCell className={styles.tool}>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<Delete20Regular />}
                    aria-label={t('library.removeDay', { day: name })}
                    onClick={() => void save(others)}
                  />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </section>
  );
};
