/**
 * Files on their way, kept in the browser until they have arrived: a phone that opens its camera may close the page behind it.
 * A browser that keeps no files still sends them while the page is open.
 */

export interface Parcel {
  key: string
  intake: string
  material: string
  name: string
  body: Blob
  at: number
  /** Id of the stored file whose place it takes. */
  replaces?: string
  /** Made small enough already. */
  prepared?: boolean
}

const STORE = 'parcels'
const KEPT_MS = 24 * 3600 * 1000

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('intake', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = request.onblocked = () => reject(request.error)
  })
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await opened()
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode)
        const request = act(transaction.objectStore(STORE))
        transaction.oncomplete = () => resolve(request.result)
        transaction.onerror = transaction.onabort = () => reject(transaction.error)
      })
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

export async function keepParcel(parcel: Parcel): Promise<void> {
  await within('readwrite', (store) => store.put(parcel))
}

export async function dropParcel(key: string): Promise<void> {
  await within('readwrite', (store) => store.delete(key))
}

export async function dropAllParcels(): Promise<void> {
  await within('readwrite', (store) => store.clear())
}

/** What is still to be sent, the oldest first; what nobody came back for is thrown away. */
export async function keptParcels(): Promise<Parcel[]> {
  const all = (await within('readonly', (store) => store.getAll() as IDBRequest<Parcel[]>)) ?? []
  const old = all.filter((parcel) => Date.now() - parcel.at > KEPT_MS)
  for (const parcel of old) await dropParcel(parcel.key)
  return all.filter((parcel) => !old.includes(parcel)).sort((one, other) => one.at - other.at)
}
