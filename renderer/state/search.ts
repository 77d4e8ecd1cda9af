import type { Result } from '../../shared/base';
import type { IpcFailure, Output } from '../../shared/ipc';
import { call } from '../bridge';
import type { Route } from './route';

export type SearchHits = Output<'search.find'>;
export type FoundRecord = SearchHits[number];

export const findEverywhere = (
  query: string,
  options: { readonly kinds?: FoundRecord['kind'][]; readonly limit?: number } = {},
): Promise<Result<SearchHits, IpcFailure>> =>
  call('search.find', { query: query.normalize('NFC').slice(0, 500), ...options });

/** Where a find is read. */
export const routeOfFind = ({ kind, id }: Pick<FoundRecord, 'kind' | 'id'>): Route => {
  switch (kind) {
    case 'call':
      return { screen: 'calls', id };
    case 'reference':
      return { screen: 'library', shelf: 'van-ban', id };
    case 'programme':
    case 'task':
      return { screen: 'library', shelf: 'chuong-trinh', id };
    case 'proposal':
      return { screen: 'proposal', id };
  }
};
