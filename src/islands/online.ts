/** What `load` imports; rejects at once where the browser knows that it is offline, since some browsers never ask again for a module that they could not fetch. */
export function online<M>(load: () => Promise<M>): Promise<M> {
  // Where pages are built there is no such knowledge.
  const isOffline = (navigator as Partial<Navigator>).onLine === false;
  return isOffline ? Promise.reject(new Error('offline')) : load();
}
