import { base64Of } from '../byte-strings';
import { distinguishedName } from '../certificate/certificate-name';
import type { Certificate } from '../certificate/read-certificate';
import { C14N, digestElements, SHA256 } from './package-parts';
import { escapeText } from './read-flat-xml';

/**
 * The signature part of a package, canonical by construction: attributes in order, no empty-element
 * tags, namespaces where canonical XML leaves them. What is hashed is therefore what is written,
 * and a verifier can write it again and compare.
 */
export interface SignatureValues {
  /** The manifest's references, one after the other. */
  readonly references: string;
  /** 'YYYY-MM-DDThh:mm:ssZ' */
  readonly time: string;
  readonly reason: string;
  readonly location: string;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
const PROPERTIES_TYPE = 'http://uri.etsi.org/01903#SignedProperties';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/digital-signature';
const OFFICE = 'http://schemas.microsoft.com/office/2006/digsig';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const ECDSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';

/** When an element is hashed alone, canonical XML gives it the namespaces it stands under. */
const UNDER_SIGNATURE = ` xmlns="${DS}"`;
const UNDER_PROPERTIES = ` xmlns="${DS}" xmlns:xd="${XADES}"`;

const packageObject = ({ references, time }: SignatureValues, namespaces: string): string =>
  [
    `<Object${namespaces} Id="idPackageObject"><Manifest>${references}</Manifest>`,
    '<SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature">',
    `<mdssi:SignatureTime xmlns:mdssi="${PACKAGE}">`,
    '<mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>',
    `<mdssi:Value>${time}</mdssi:Value></mdssi:SignatureTime>`,
    '</SignatureProperty></SignatureProperties></Object>',
  ].join('');

/** [MS-OFFCRYPTO] 2.5.2.5: Office wants these, in this order, and shows the comment as the reason. */
const officeObject = ({ reason }: SignatureValues, namespaces: string): string =>
  [
    `<Object${namespaces} Id="idOfficeObject"><SignatureProperties>`,
    '<SignatureProperty Id="idOfficeV1Details" Target="#idPackageSignature">',
    `<SignatureInfoV1 xmlns="${OFFICE}">`,
    '<SetupID></SetupID><SignatureText></SignatureText><SignatureImage></SignatureImage>',
    `<SignatureComments>${escapeText(reason)}</SignatureComments>`,
    '<WindowsVersion>10.0</WindowsVersion><OfficeVersion>16.0</OfficeVersion>',
    '<ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors>',
    '<HorizontalResolution>1920</HorizontalResolution><VerticalResolution>1080</VerticalResolution>',
    '<ColorDepth>32</ColorDepth>',
    '<SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId>',
    '<SignatureProviderUrl></SignatureProviderUrl>',
    '<SignatureProviderDetails>9</SignatureProviderDetails>',
    `<ManifestHashAlgorithm>${SHA256}</ManifestHashAlgorithm>`,
    '<SignatureType>1</SignatureType></SignatureInfoV1>',
    '</SignatureProperty></SignatureProperties></Object>',
  ].join('');

const certificateReference = (certificate: Certificate): string =>
  [
    `<xd:Cert><xd:CertDigest>${digestElements(certificate.raw)}</xd:CertDigest>`,
    `<xd:IssuerSerial><X509IssuerName>${escapeText(distinguishedName(certificate.issuer))}</X509IssuerName>`,
    `<X509SerialNumber>${certificate.serialNumber}</X509SerialNumber></xd:IssuerSerial></xd:Cert>`,
  ].join('');

const signedProperties = (values: SignatureValues, namespaces: string): string => {
  const { certificate, chain, location, time } = values;
  const place =
    location === ''
      ? ''
      : `<xd:SignatureProductionPlace><xd:City>${escapeText(location)}</xd:City></xd:SignatureProductionPlace>`;
  return [
    `<xd:SignedProperties${namespaces} Id="idSignedProperties"><xd:SignedSignatureProperties>`,
    `<xd:SigningTime>${time}</xd:SigningTime>`,
    `<xd:SigningCertificate>${[certificate, ...chain].map(certificateReference).join('')}</xd:SigningCertificate>`,
    '<xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied></xd:SignaturePolicyImplied></xd:SignaturePolicyIdentifier>',
    `${place}</xd:SignedSignatureProperties></xd:SignedProperties>`,
  ].join('');
};

/** Issuers travel outside what is signed; their digests stand inside. */
const unsignedProperties = (chain: readonly Certificate[]): string =>
  chain.length === 0
    ? ''
    : [
        '<xd:UnsignedProperties><xd:UnsignedSignatureProperties><xd:CertificateValues>',
        ...chain.map(
          ({ raw }) =>
            `<xd:EncapsulatedX509Certificate>${base64Of(raw)}</xd:EncapsulatedX509Certificate>`,
        ),
        '</xd:CertificateValues></xd:UnsignedSignatureProperties></xd:UnsignedProperties>',
      ].join('');

const signedInfo = (values: SignatureValues, namespaces: string): string => {
  const isEc = values.certificate.publicKey.asymmetricKeyType === 'ec';
  const reference = (type: string, id: string, transforms: string, xml: string): string =>
    `<Reference Type="${type}" URI="#${id}">${transforms}${digestElements(xml)}</Reference>`;
  const transform = `<Transforms><Transform Algorithm="${C14N}"></Transform></Transforms>`;
  const properties = signedProperties(values, UNDER_PROPERTIES);
  return [
    `<SignedInfo${namespaces}><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod>`,
    `<SignatureMethod Algorithm="${isEc ? ECDSA_SHA256 : RSA_SHA256}"></SignatureMethod>`,
    reference(`${DS}Object`, 'idPackageObject', '', packageObject(values, UNDER_SIGNATURE)),
    reference(`${DS}Object`, 'idOfficeObject', '', officeObject(values, UNDER_SIGNATURE)),
    reference(PROPERTIES_TYPE, 'idSignedProperties', transform, properties),
    '</SignedInfo>',
  ].join('');
};

/** The bytes that are signed. */
export const signedText = (values: SignatureValues): string => signedInfo(values, UNDER_SIGNATURE);

/** The whole part. `signature` is RSA's value, or r and s side by side. */
export const signatureXml = (values: SignatureValues, signature: Uint8Array): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<Signature xmlns="${DS}" Id="idPackageSignature">${signedInfo(values, '')}`,
    `<SignatureValue>${base64Of(signature)}</SignatureValue>`,
    `<KeyInfo><X509Data><X509Certificate>${base64Of(values.certificate.raw)}</X509Certificate></X509Data></KeyInfo>`,
    packageObject(values, ''),
    officeObject(values, ''),
    `<Object><xd:QualifyingProperties xmlns:xd="${XADES}" Target="#idPackageSignature">`,
    `${signedProperties(values, '')}${unsignedProperties(values.chain)}`,
    '</xd:QualifyingProperties></Object></Signature>',
  ].join('');
