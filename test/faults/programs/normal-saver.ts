/**
 * The control for power cuts: saves through SQLite alone, with the setting that an existing WAL file
 * is opened with when nobody says otherwise (`synchronous=NORMAL`). It must lose. Arguments: database,
 * number of saves, file of acknowledgements.
 */
import { openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const [, , path = '', saves = '0', ackPath = '', synchronous = 'NORMAL'] = process.argv;
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma(`synchronous = ${synchronous}`);
db.exec('CREATE TABLE IF NOT EXISTS draft (id INTEGER PRIMARY KEY, number INTEGER, body TEXT)');
const save = db.prepare(
  `INSERT INTO draft (id, number, body) VALUES (1, ?, ?)
   ON CONFLICT (id) DO UPDATE SET number = excluded.number, body = excluded.body`,
);
const ack = openSync(ackPath, 'a');
for (let number = 1; number <= Number(saves); number += 1) {
  save.run(number, `${number} `.repeat(200));
  writeSync(ack, `${number}\n`);
}
db.close();
