/** What a simulation can offer beyond its picture. */
export const CONTROL_GROUPS = ['step', 'lose', 'play', 'views', 'wire', 'calls', 'inject', 'inside', 'branches', 'share'] as const;

/** The name of a group of controls. */
export type ControlGroup = (typeof CONTROL_GROUPS)[number];

/** What every simulation has; with no more than that it is the quiet one. */
const QUIET: readonly ControlGroup[] = ['step', 'lose'];

/** The groups that a list such as `step lose play` or `all` names, and the words in it that name none. */
export function controlGroups(list: string): { readonly groups: readonly ControlGroup[]; readonly unknown: readonly string[] } {
  const words = list.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 1 && words[0] === 'all') return { groups: CONTROL_GROUPS, unknown: [] };
  const groups = CONTROL_GROUPS.filter((group) => QUIET.includes(group) || words.includes(group));
  return { groups, unknown: words.filter((word) => !CONTROL_GROUPS.some((group) => group === word)) };
}

/** Whether the quiet simulation has all of the groups. */
export function isQuiet(groups: readonly ControlGroup[]): boolean {
  return groups.every((group) => QUIET.includes(group));
}
