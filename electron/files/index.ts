export * from './read-text-file';
export * from './safe-file-name';
export * from './sweep-temporary-files';
export * from './tickets';
export * from './write-failure';
export * from './write-file-atomically';
