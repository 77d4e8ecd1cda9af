import type { Finding, PaperPlan } from '../model';
import type { DossierRequest } from '../templates';
import { dossierMismatch } from './dossier-mismatch';
import { dossierMissing } from './dossier-missing';

/** Everything wrong with a dossier beyond its proposals; `plans` are papers kept at a freeze. */
export const checkDossier = (
  request: DossierRequest & { readonly plans?: readonly PaperPlan[] },
): Finding[] => [...dossierMissing(request), ...dossierMismatch(request, request.plans)];
