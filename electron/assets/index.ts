export * from './find-assets-folder';
export * from './shipped-data';
