export * from './find-assets-folder';
export * from './shipped-data';
export * from './shipped-pack';
