export * from './attachments-dialog';
