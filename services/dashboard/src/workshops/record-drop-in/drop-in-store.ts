import type { PendingDropIn, PendingStore } from './pending-drop-ins.js';

const NAME = 'passerelle';
const DROP_INS = 'drop-ins';

/** Keeps drop-ins in the browser's own database: they outlive the tab, and the network's absence. */
export function dropInStore(): PendingStore {
  let opened: Promise<IDBDatabase> | undefined;
  const within = async <R>(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest<R>): Promise<R> => {
    opened ??= open();
    const database = await opened;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(DROP_INS, mode);
      const asked = act(transaction.objectStore(DROP_INS));
      // What was asked is kept once the transaction is through, not before.
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  };
  const all = () => within<PendingDropIn[]>('readonly', (rows) => rows.getAll());
  const seqOf = async (key: string) => (await all()).find((row) => row.key === key)?.seq;
  return {
    all,
    add: async (dropIn) => void (await within('readwrite', (rows) => rows.add(dropIn))),
    put: async (dropIn) => {
      const seq = await seqOf(dropIn.key);
      if (seq !== undefined) await within('readwrite', (rows) => rows.put({ ...dropIn, seq }));
    },
    remove: async (key) => {
      const seq = await seqOf(key);
      if (seq !== undefined) await within('readwrite', (rows) => rows.delete(seq));
    },
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () =>
      request.result
        .createObjectStore(DROP_INS, { keyPath: 'seq', autoIncrement: true })
        .createIndex('key', 'key', { unique: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database in this browser'));
  });
}
