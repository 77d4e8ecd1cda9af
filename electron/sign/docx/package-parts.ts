import { createHash } from 'node:crypto';
import { base64Of, bytesOf } from '../byte-strings';
import { Malformed } from '../malformed';
import { escapeAttribute, type FlatElement, readFlatXml } from './read-flat-xml';

/**
 * What of a package is signed and how it is written. Content types and relationships are signed
 * only through their meaning, so a signed package writes both in one form: then nothing in the file
 * is left that could be changed unseen.
 */

const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SIGNATURE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/digital-signature';
const RELATIONSHIP_TRANSFORM =
  'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
export const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export const TYPES_PART = '[Content_Types].xml';
export const ROOT_RELATIONSHIPS = '_rels/.rels';
export const ORIGIN_PART = '_xmlsignatures/origin.sigs';
export const ORIGIN_RELATIONSHIPS = '_xmlsignatures/_rels/origin.sigs.rels';
export const SIGNATURE_PART = '_xmlsignatures/sig1.xml';
const SIGNATURE_FOLDER = '_xmlsignatures/';

const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const ORIGIN_TYPE = 'application/vnd.openxmlformats-package.digital-signature-origin';
export const SIGNATURE_TYPE =
  'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml';
const ORIGIN_RELATIONSHIP =
  'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';
const SIGNATURE_RELATIONSHIP =
  'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Name of a part (without the slash in front) → its bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly mode: 'Internal' | 'External';
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const required = (element: FlatElement, name: string): string => {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Malformed(`no ${name}`);
  return value;
};

export const isRelationships = (part: string): boolean => part.endsWith('.rels');
export const isSignature = (part: string): boolean => part.startsWith(SIGNATURE_FOLDER);

/** Content type of every part that has one by the rules of the package. Throws `Malformed`. */
export const readContentTypes = (types: Uint8Array | undefined): ((part: string) => string) => {
  if (types === undefined) throw new Malformed('no content types');
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  for (const element of readFlatXml(types, 'Types', TYPES_NAMESPACE)) {
    const isDefault = element.name === 'Default';
    const key = required(element, isDefault ? 'Extension' : 'PartName').toLowerCase();
    const map = isDefault ? byExtension : byPart;
    if (map.has(key)) throw new Malformed('a content type is given twice');
    map.set(key, required(element, 'ContentType'));
  }
  return (part) => {
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const type = byPart.get(`/${part}`.toLowerCase()) ?? byExtension.get(extension);
    if (type === undefined) throw new Malformed(`no content type: ${part}`);
    return type;
  };
};

/** Sorted by id, as the signature's transform does. Throws `Malformed`. */
export const readRelationships = (bytes: Uint8Array): readonly Relationship[] => {
  const read = readFlatXml(bytes, 'Relationships', RELATIONSHIPS_NAMESPACE).map((element) => {
    const mode = element.attributes.get('TargetMode') ?? 'Internal';
    if (mode !== 'Internal' && mode !== 'External') throw new Malformed('unknown target mode');
    return {
      id: required(element, 'Id'),
      type: required(element, 'Type'),
      target: required(element, 'Target'),
      mode: mode as Relationship['mode'],
    };
  });
  if (new Set(read.map(({ id }) => id)).size !== read.length)
    throw new Malformed('an id stands twice');
  return read.sort((a, b) => byCodeUnits(a.id, b.id));
};

const relationshipText = ({ id, type, target, mode }: Relationship, explicit: boolean): string =>
  [
    `<Relationship Id="${escapeAttribute(id)}" Target="${escapeAttribute(target)}"`,
    explicit || mode === 'External' ? ` TargetMode="${mode}"` : '',
    ` Type="${escapeAttribute(type)}"></Relationship>`,
  ].join('');

const relationshipsText = (relationships: readonly Relationship[], explicit: boolean): string =>
  `<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}">${relationships
    .map((one) => relationshipText(one, explicit))
    .join('')}</Relationships>`;

const written = (relationships: readonly Relationship[]): Uint8Array =>
  bytesOf(XML + relationshipsText(relationships, false));

const isOrigin = ({ type }: Relationship): boolean => type === ORIGIN_RELATIONSHIP;

/** An id the package does not use yet, the same each time. */
const freeId = (taken: readonly Relationship[]): string => {
  let number = 1;
  while (taken.some(({ id }) => id === `rIdSignature${number}`)) number += 1;
  return `rIdSignature${number}`;
};

const signedType = (part: string, typeOf: (part: string) => string): string =>
  isRelationships(part) ? RELATIONSHIPS_TYPE : typeOf(part);

const typesText = (names: readonly string[], typeOf: (part: string) => string): string => {
  const overrides = names
    .filter((name) => !isRelationships(name))
    .map((name) => [name, typeOf(name)] as const);
  const all = [...overrides, [SIGNATURE_PART, SIGNATURE_TYPE] as const].map(
    ([name, type]) =>
      `<Override ContentType="${escapeAttribute(type)}" PartName="${escapeAttribute(`/${name}`)}"></Override>`,
  );
  return [
    `${XML}<Types xmlns="${TYPES_NAMESPACE}">`,
    `<Default ContentType="${RELATIONSHIPS_TYPE}" Extension="rels"></Default>`,
    `<Default ContentType="${ORIGIN_TYPE}" Extension="sigs"></Default>`,
    ...all,
    '</Types>',
  ].join('');
};

/** Names of the parts that are signed, sorted. */
export const signedNames = (parts: Parts): readonly string[] =>
  [...parts.keys()].filter((name) => name !== TYPES_PART && !isSignature(name)).sort(byCodeUnits);

/**
 * The package with everything around the signature in its one form, in the order it is written:
 * content types, relationships, parts, and the empty signature origin. The signature itself follows.
 */
export const preparePackage = (parts: Parts): ReadonlyMap<string, Uint8Array> => {
  const names = signedNames(parts);
  const typeOf = readContentTypes(parts.get(TYPES_PART));
  const prepared = new Map<string, Uint8Array>();
  prepared.set(TYPES_PART, bytesOf(typesText(names, typeOf)));
  for (const name of names) {
    const content = parts.get(name) ?? new Uint8Array();
    if (!isRelationships(name)) {
      prepared.set(name, content);
      continue;
    }
    const kept = readRelationships(content).filter((one) => !isOrigin(one));
    const origin = {
      id: freeId(kept),
      type: ORIGIN_RELATIONSHIP,
      target: ORIGIN_PART,
      mode: 'Internal' as const,
    };
    prepared.set(name, written(name === ROOT_RELATIONSHIPS ? [...kept, origin] : kept));
  }
  if (!prepared.has(ROOT_RELATIONSHIPS)) throw new Malformed('no relationships of the package');
  prepared.set(ORIGIN_PART, new Uint8Array());
  prepared.set(
    ORIGIN_RELATIONSHIPS,
    written([{ id: 'rId1', type: SIGNATURE_RELATIONSHIP, target: 'sig1.xml', mode: 'Internal' }]),
  );
  return prepared;
};

export const digestElements = (bytes: Uint8Array | string): string =>
  `<DigestMethod Algorithm="${SHA256}"></DigestMethod><DigestValue>${base64Of(
    createHash('sha256').update(bytes).digest(),
  )}</DigestValue>`;

const relationshipsReference = (uri: string, content: Uint8Array): string => {
  const signed = readRelationships(content).filter((one) => !isOrigin(one));
  const sources = signed
    .map(
      ({ id }) =>
        `<mdssi:RelationshipReference xmlns:mdssi="${SIGNATURE_NAMESPACE}" SourceId="${escapeAttribute(id)}"></mdssi:RelationshipReference>`,
    )
    .join('');
  const transforms = `<Transforms><Transform Algorithm="${RELATIONSHIP_TRANSFORM}">${sources}</Transform><Transform Algorithm="${C14N}"></Transform></Transforms>`;
  return `<Reference URI="${uri}">${transforms}${digestElements(relationshipsText(signed, true))}</Reference>`;
};

/** The manifest's references to every part of a package, in the order of their names. */
export const referencesOf = (parts: Parts): string => {
  const typeOf = readContentTypes(parts.get(TYPES_PART));
  return signedNames(parts)
    .map((part) => {
      const content = parts.get(part) ?? new Uint8Array();
      const uri = escapeAttribute(`/${encodeURI(part)}?ContentType=${signedType(part, typeOf)}`);
      return isRelationships(part)
        ? relationshipsReference(uri, content)
        : `<Reference URI="${uri}">${digestElements(content)}</Reference>`;
    })
    .join('');
};
