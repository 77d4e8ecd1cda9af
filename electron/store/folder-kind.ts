/**
 * Where a data folder lies, from its path and the system's table of mounts: on a network drive two
 * machines may write at once and syncs are promises only; a cloud program copies a file while it is
 * being written and puts old ones back.
 */
export type FolderKind = 'local' | 'network' | 'cloud';

/** Lines of /proc/mounts or an equal list: place and type of file system. */
export interface Mount {
  readonly place: string;
  readonly type: string;
}

const CLOUD =
  /(^|[\\/])(OneDrive( - [^\\/]+)?|Dropbox( \([^\\/]+\))?|Google ?Drive|GoogleDrive-[^\\/]+|My Drive|Drive của tôi|iCloud ?Drive|iCloudDrive|com~apple~CloudDocs|CloudStorage|Box( Sync)?|Nextcloud|ownCloud|MEGA|pCloud ?Drive|Yandex\.Disk|Zalo Cloud)([\\/]|$)/iu;
const NETWORK_TYPE =
  /^(nfs\d?|cifs|smb\w*|ncpfs|afs|9p|sshfs|fuse\.(sshfs|gvfsd-fuse|rclone|davfs\d?)|davfs\d?|afpfs|webdav|glusterfs|ceph)$/i;
/** \\server\share, but not \\?\C:\… or \\.\… */
const UNC = /^(\\\\|\/\/)(?![?.][\\/])[^\\/]+[\\/]/;
const UNC_LONG = /^\\\\\?\\UNC\\/i;

const isUnder = (path: string, place: string): boolean =>
  path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`);

export const folderKind = (path: string, mounts: readonly Mount[]): FolderKind => {
  if (UNC.test(path) || UNC_LONG.test(path)) return 'network';
  const mount = mounts
    .filter(({ place }) => isUnder(path, place))
    .sort((a, b) => b.place.length - a.place.length)[0];
  if (mount !== undefined && NETWORK_TYPE.test(mount.type)) return 'network';
  return CLOUD.test(path) ? 'cloud' : 'local';
};

/** The table of mounts as Linux prints it; spaces in names are written as \040. */
export const parseMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, place, type] = line.split(' ');
    if (place === undefined || type === undefined) return [];
    return [
      {
        place: place.replace(/\\([0-7]{3})/g, (_all, code: string) =>
          String.fromCharCode(Number.parseInt(code, 8)),
        ),
        type,
      },
    ];
  });

export const folderWarning = (kind: FolderKind): string => {
  switch (kind) {
    case 'network':
      return 'Thư mục dữ liệu nằm trên ổ mạng. Hãy chuyển về ổ đĩa của máy này: ổ mạng có thể mất chữ khi đứt kết nối hoặc khi hai máy cùng ghi.';
    case 'cloud':
      return 'Thư mục dữ liệu nằm trong thư mục đồng bộ đám mây. Hãy chuyển về ổ đĩa của máy này và chỉ để bản sao lưu trên đám mây: phần mềm đồng bộ có thể đưa bản cũ trở lại.';
    case 'local':
      return '';
  }
};
