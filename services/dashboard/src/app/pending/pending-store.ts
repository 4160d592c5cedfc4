import type { Pending, PendingStore } from './pending-queue.js';

const NAME = 'passerelle';
/** What is kept here, each kind beside the others. A new one raises the version below. */
const KINDS = ['drop-ins', 'sales'] as const;
const VERSION = 2;
let opened: Promise<IDBDatabase> | undefined;

/** Keeps rows of one kind in the browser's own database: they outlive the tab, and the network's absence. */
export function pendingStore<R extends Pending>(kind: (typeof KINDS)[number]): PendingStore<R> {
  const within = async <T>(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const database = await opened;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(kind, mode);
      const asked = act(transaction.objectStore(kind));
      // What was asked is kept once the transaction is through, not before.
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  };
  const all = () => within<R[]>('readonly', (rows) => rows.getAll());
  const seqOf = async (key: string) => (await all()).find((row) => row.key === key)?.seq;
  return {
    all,
    add: async (row) => void (await within('readwrite', (rows) => rows.add(row))),
    put: async (row) => {
      const seq = await seqOf(row.key);
      if (seq !== undefined) await within('readwrite', (rows) => rows.put({ ...row, seq }));
    },
    remove: async (key) => {
      const seq = await seqOf(key);
      if (seq !== undefined) await within('readwrite', (rows) => rows.delete(seq));
    },
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const kind of KINDS)
        if (!request.result.objectStoreNames.contains(kind))
          request.result
            .createObjectStore(kind, { keyPath: 'seq', autoIncrement: true })
            .createIndex('key', 'key', { unique: true });
    };
    request.onsuccess = () => {
      const database = request.result;
      // A tab of a newer release wants to add a kind: this one makes room and opens again when it needs to.
      database.onversionchange = () => {
        database.close();
        opened = undefined;
      };
      resolve(database);
    };
    request.onblocked = () => reject(new Error('another tab holds the database of an older release'));
    request.onerror = () => reject(request.error ?? new Error('no database in this browser'));
  });
}
