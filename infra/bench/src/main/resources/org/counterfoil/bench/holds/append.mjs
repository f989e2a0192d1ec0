// Appends one event per call from so many clients for so many milliseconds; says how many were.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const clients = Number(process.argv[2]);
const millis = Number(process.argv[3]);
const data = JSON.parse(readFileSync('payload.json', 'utf8'));
const pool = new pg.Pool({ connectionString: process.env.PGURL, max: clients });
const store = getPostgreSQLEventStore(process.env.PGURL, {
  schema: { autoMigration: 'None' },
  connectionOptions: { pool },
});
let appended = 0;

async function client(number) {
  const stream = `performance-${process.pid}-${number}`;
  while (Date.now() < end) {
    await store.appendToStream(stream, [{ type: 'HoldPlaced', data }]);
    appended++;
  }
}

if (millis === 0) {
  await store.schema.migrate();
}
const end = Date.now() + millis;
await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
await store.close();
await pool.end();
console.log(appended);
