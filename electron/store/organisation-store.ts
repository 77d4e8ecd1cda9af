import { err, ok } from '../../shared/base';
import { type OrganisationProfile, organisationProfileSchema } from '../../shared/model';
import { failures } from './failures';
import { storableJson } from './proposal-store';
import { type OrganisationRow, tables } from './queries/tables';
import type { ReadSession } from './session';
import type { StoreResult, WritableStore } from './store';
import type { StoreAccess } from './store-access';

const profileOf = (row: OrganisationRow): OrganisationProfile =>
  organisationProfileSchema.parse({
    ...(JSON.parse(row.profile) as object),
    id: row.id,
    isDefault: row.is_default === 1,
  });

/** By code points: the same order on every machine. */
const byName = (a: OrganisationProfile, b: OrganisationProfile): number =>
  Number(b.isDefault) - Number(a.isDefault) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The default one first, then by name; a damaged one is named and none is handed out. */
export const readOrganisations = (
  session: ReadSession,
): StoreResult<readonly OrganisationProfile[]> => {
  const found = session.rows.findAll(tables.organisations);
  const damaged = found.filter(({ intact }) => !intact);
  if (damaged.length > 0) {
    return err(failures.damaged(damaged.map(({ row }) => `hồ sơ tổ chức ${row.id}`)));
  }
  return ok(found.map(({ row }) => profileOf(row)).sort(byName));
};

type OrganisationStore = Pick<
  WritableStore,
  'listOrganisations' | 'saveOrganisation' | 'removeOrganisation'
>;

export const makeOrganisationStore = (core: StoreAccess): OrganisationStore => ({
  listOrganisations: () => core.read(readOrganisations),

  saveOrganisation: ({ id: known, isDefault, ...profile }) => {
    const id = known ?? core.newId();
    const text = storableJson(profile, 'hồ sơ tổ chức');
    if (!text.ok) return text;
    if (known !== undefined) {
      const there = core.read((session) =>
        ok(session.rows.find(tables.organisations, known) !== null),
      );
      if (!there.ok) return there;
      if (!there.value) return err(failures.noOrganisation());
    }
    const done = core.commit(
      { kind: 'organisation', id, profile: text.value, isDefault },
      'withdraw',
    );
    return done.ok ? ok({ ...profile, id, isDefault }) : done;
  },

  removeOrganisation: (id) => {
    const there = core.read((session) => ok(session.rows.find(tables.organisations, id) !== null));
    if (!there.ok) return there;
    if (!there.value) return err(failures.noOrganisation());
    return core.commit({ kind: 'organisation-gone', id }, 'withdraw');
  },
});
