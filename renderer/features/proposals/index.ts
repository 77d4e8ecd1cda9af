export * from './proposals-screen';
export * from './rename-dialog';
