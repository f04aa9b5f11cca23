/** The heading of a run's column: its number, by which narrow rows name it, and what the reader calls it. */
export function RunHeading({ run, name }: { readonly run: 1 | 2; readonly name: string }) {
  return (
    <th scope="col" class="isl-compare-heading" data-run={run}>
      <span class="isl-compare-badge" aria-hidden="true">
        {run}
      </span>{' '}
      {name}
    </th>
  );
}
