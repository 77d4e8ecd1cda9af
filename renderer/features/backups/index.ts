export * from './backup-status-item';
export * from './backups-screen';
export * from './healed-bar';
