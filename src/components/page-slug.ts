/** The slug of a page by Starlight's id of it: `states` of `ko/states`, `index` of `ko`. */
export function pageSlug(id: string): string {
  const slash = id.indexOf('/');
  return slash === -1 ? 'index' : id.slice(slash + 1);
}
