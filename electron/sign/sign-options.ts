/** What signing needs, be it a PDF or a DOCX. */
export interface SignOptions {
  /** The PKCS#12 file. */
  readonly p12: Uint8Array;
  /** UTF-8; overwritten with zeros before the call returns. */
  readonly passphrase: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly reason?: string;
  readonly location?: string;
}

export interface SignedFile {
  readonly bytes: Uint8Array;
  /** Hexadecimal. */
  readonly sha256: string;
  /** As the certificate names the holder. */
  readonly signer: string;
  /** ISO 8601 in Vietnam's zone. */
  readonly signedAt: string;
}
