/** The slug of the pages that stand in frames of other sites: they are no pages of the course. */
export const EMBED_SLUG = 'embed';

/** The slug of the page that is being built; only pages of the course are Starlight's. */
export function slugHere({ routePattern, locals }: { readonly routePattern: string; readonly locals: { readonly starlightRoute: { readonly id: string } } }): string {
  return routePattern.split('/').includes(EMBED_SLUG) ? EMBED_SLUG : pageSlug(locals.starlightRoute.id);
}

/** The slug of a page by Starlight's id of it: `states` of `ko/states`, `index` of `ko`. */
export function pageSlug(id: string): string {
  const slash = id.indexOf('/');
  return slash === -1 ? 'index' : id.slice(slash + 1);
}
