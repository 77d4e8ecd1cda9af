import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DossierData,
  type DossierProposal,
  emptyCommitment,
  type Finding,
} from '../../../shared/model';
import { checkDossier, dossierMismatch, dossierMissing } from '../../../shared/rules';
import { dossierFrom, papersOf, taskFacts } from '../../../shared/templates';
import {
  hp,
  knownDossier,
  myLoc,
  national,
  proposalWith,
  requestOf,
  threeProposals,
} from '../templates/papers/sample-dossier';

const fieldsOf = (findings: readonly Finding[], severity?: Finding['severity']) =>
  findings
    .filter((finding) => severity === undefined || finding.severity === severity)
    .map(({ field }) => field);

describe('dossier-missing', () => {
  test('nothing, where all is known and at hand', () => {
    const proposals = threeProposals();
    const have = papersOf(requestOf())
      .filter(({ source }) => source.kind === 'outside')
      .map(({ id }) => id);
    const request = requestOf({ dossier: knownDossier(myLoc, proposals, { have }) });
    // The letter does not say how many copies; that stays a question.
    expect(dossierMissing(request).map(({ severity, field }) => [severity, field])).toEqual([
      ['advice', 'counts'],
    ]);
  });

  test('no proposal, no dossier', () => {
    const found = checkDossier(requestOf({ proposals: [] }));
    expect(fieldsOf(found, 'error')).toEqual(['proposals']);
  });

  test.each(['cover-letter', 'summary-table', 'proposal:p1'])('%s left out', (id) => {
    const proposals = threeProposals().slice(0, 1);
    const found = dossierMissing(
      requestOf({ proposals, dossier: knownDossier(myLoc, proposals, { without: [id] }) }),
    );
    const [error] = found.filter(({ severity }) => severity === 'error');
    expect(error?.code).toBe('dossier-missing');
    expect(myLoc.dossier?.documents.map(({ id: document }) => document)).toContain(error?.field);
  });

  test('a model point without its commitment is an error, another task without is none', () => {
    const proposals = threeProposals();
    const found = (modelPoint: string[]) =>
      fieldsOf(
        dossierMissing(
          requestOf({
            proposals,
            dossier: knownDossier(myLoc, proposals, { modelPoint, without: ['commitment:p2'] }),
          }),
        ),
        'error',
      );
    expect(found(['p2'])).toEqual(['commitment:p2']);
    expect(found([])).toEqual([]);
  });

  test('what is brought from elsewhere is missing until it is at hand', () => {
    const proposals = threeProposals();
    const id = 'attachment:p1:1';
    expect(fieldsOf(dossierMissing(requestOf()), 'warning')).toContain(id);
    const dossier = knownDossier(myLoc, proposals, { have: [id] });
    expect(fieldsOf(dossierMissing(requestOf({ dossier })))).not.toContain(id);
  });

  test('every word a paper needs is asked for when it is empty', () => {
    const proposals = [proposalWith('a')].map((of) => ({
      ...of,
      proposal: { ...of.proposal, values: {} },
    }));
    const dossier: DossierData = {
      ...dossierFrom({ call: hp, proposals }),
      recipient: { name: '', address: '', email: '' },
      signer: { authority: 'TM.', body: '', position: '', name: '' },
    };
    const found = dossierMissing(requestOf({ call: hp, proposals, dossier }));
    expect(fieldsOf(found, 'error')).toEqual(['organisation.name', 'recipient.name']);
    expect(fieldsOf(found, 'warning')).toEqual([
      'recipient.address',
      'organisation.place',
      'signer.position',
      'signer.name',
      'signer.body',
      'contact.phone',
    ]);
  });

  test('electronic copies want an address, an order of priority wants all tasks', () => {
    const proposals = threeProposals();
    const noAddress = { name: 'Chi cục', address: '240 Văn Cao', email: '' };
    const asked = dossierMissing(
      requestOf({
        call: national,
        dossier: knownDossier(national, proposals, { recipient: noAddress }),
      }),
    );
    expect(fieldsOf(asked)).toContain('recipient.email');
    const unordered = knownDossier(myLoc, proposals, { priority: ['p2'] });
    expect(fieldsOf(dossierMissing(requestOf({ dossier: unordered })), 'error')).toContain(
      'priority',
    );
  });
});

const changed = (
  proposals: readonly DossierProposal[],
  id: string,
  values: DossierProposal['proposal']['values'],
): DossierProposal[] =>
  proposals.map((of) =>
    of.id === id
      ? { ...of, proposal: { ...of.proposal, values: { ...of.proposal.values, ...values } } }
      : of,
  );

describe('dossier-mismatch', () => {
  const proposals = threeProposals();
  const dossier = knownDossier(myLoc, proposals);
  const kept = papersOf(requestOf());
  const idsOf = (findings: readonly Finding[]) => new Set(findings.map(({ field }) => field));

  test('none while nothing has changed', () => {
    expect(dossierMismatch({ proposals, dossier }, kept)).toEqual([]);
  });

  test('any other title, sum or name is found on every paper that says it', () => {
    const id = fc.constantFrom('p1', 'p2', 'p3');
    const change = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40 }).map((text) => ({ title: `Khác ${text}` })),
      fc.integer({ min: 1, max: 1e9 }).map((more) => ({ more })),
    );
    fc.assert(
      fc.property(id, change, fc.constantFrom('total', 'state', 'matching'), (of, what, field) => {
        const facts = proposals.map(taskFacts).find(({ proposal }) => proposal === of);
        if (facts === undefined) throw new Error('one of three');
        const { total, state, matching } = facts;
        const money = { total, state, matching };
        const now = changed(
          proposals,
          of,
          'title' in what
            ? { i: what.title }
            : { ix: { ...money, [field]: (money[field as 'total'] ?? 0) + what.more } },
        );
        const found = idsOf(dossierMismatch({ proposals: now, dossier }, kept));
        for (const paper of [
          'cover-letter',
          'summary-table',
          `proposal:${of}`,
          `commitment:${of}`,
        ]) {
          expect(found.has(paper), paper).toBe(true);
        }
        // Papers that print no titles and sums are not called wrong.
        for (const paper of ['delivery-note', 'receipt', 'envelope-label']) {
          expect(found.has(paper), paper).toBe(false);
        }
        for (const other of ['p1', 'p2', 'p3'].filter((one) => one !== of)) {
          expect(found.has(`proposal:${other}`)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('another signer, recipient or committed sum is found on the papers that print it', () => {
    const found = (more: Partial<DossierData>) => [
      ...idsOf(dossierMismatch({ proposals, dossier: { ...dossier, ...more } }, kept)),
    ];
    const commitments = ['commitment:p1', 'commitment:p2', 'commitment:p3'];
    expect(found({ signer: { ...dossier.signer, name: 'Lê Văn Cường' } })).toEqual([
      'cover-letter',
      'summary-table',
      ...commitments,
    ]);
    expect(found({ recipient: { ...dossier.recipient, name: 'Sở khác' } })).toEqual([
      ...commitments,
      'delivery-note',
      'receipt',
      'envelope-label',
    ]);
    const other = { p2: { ...emptyCommitment(), amount: 1 } };
    expect(found({ commitments: other })).toContain('commitment:p2');
    expect(found({ commitments: other })).not.toContain('commitment:p1');
  });

  test('another order, a task more, a task less', () => {
    const reordered = dossierMismatch(
      { proposals, dossier: { ...dossier, priority: ['p2', 'p1', 'p3'] } },
      kept,
    );
    expect([...idsOf(reordered)]).toEqual(['cover-letter', 'summary-table']);
    const more = dossierMismatch({ proposals: [...proposals, proposalWith('p4')], dossier }, kept);
    expect([...idsOf(more)]).toEqual(['cover-letter', 'summary-table']);
    const less = dossierMismatch({ proposals: proposals.slice(0, 2), dossier }, kept);
    expect(idsOf(less).has('proposal:p3')).toBe(true);
  });

  test('the organisation’s name differs by a letter', () => {
    const { organisation } = dossier;
    const found = dossierMismatch({
      proposals,
      dossier: { ...dossier, organisation: { ...organisation, name: `${organisation.name} ` } },
    });
    expect(found).toEqual([]);
    const other = dossierMismatch({
      proposals,
      dossier: { ...dossier, organisation: { ...organisation, name: `${organisation.name}a` } },
    });
    expect(other.map(({ severity, field }) => [severity, field])).toEqual(
      Array(3).fill(['error', 'organisation.name']),
    );
  });

  test('a commitment of another sum, or of the same enterprise spelt otherwise', () => {
    const withCommitment = (more: object): Finding[] =>
      dossierMismatch({
        proposals,
        dossier: { ...dossier, commitments: { p1: { ...emptyCommitment(), ...more } } },
      });
    expect(withCommitment({ amount: 400_000_000 })).toEqual([]);
    expect(withCommitment({ amount: 400_000_001 })[0]?.message).toContain('400.000.001');
    const enterprise = { ...emptyCommitment().enterprise, name: dossier.organisation.name };
    expect(withCommitment({ enterprise })).toEqual([]);
    const spelt = { ...enterprise, name: enterprise.name.toUpperCase() };
    expect(withCommitment({ enterprise: spelt })).toHaveLength(1);
    const another = { ...enterprise, name: 'Công ty TNHH Khác' };
    expect(withCommitment({ enterprise: another })).toEqual([]);
    const sameCode = { ...another, taxCode: dossier.organisation.taxCode };
    expect(withCommitment({ enterprise: sameCode })).toHaveLength(1);
  });

  test('the contact’s telephone differs; spaces and dots do not count', () => {
    const phone = (text: string) =>
      dossierMismatch({
        proposals: proposals.slice(0, 1),
        dossier: { ...dossier, contact: { ...dossier.contact, phone: text } },
      });
    const own = dossier.contact.phone;
    expect(phone(own.replaceAll(' ', '.'))).toEqual([]);
    expect(phone(`${own}9`).map(({ field }) => field)).toEqual(['contact']);
  });
});
