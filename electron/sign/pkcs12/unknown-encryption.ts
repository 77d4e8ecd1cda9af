import { Malformed } from '../malformed';

/** The file asks for an algorithm we do not have. Different from damage: another export helps. */
export class UnknownEncryption extends Malformed {}
