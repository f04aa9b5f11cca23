import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { highlights, type HighlightRole } from '../../scenario/highlight.ts';
import { namesOf } from '../../scenario/names.ts';

const marks = new Map<HighlightRole, Decoration>();

function markOf(role: HighlightRole): Decoration {
  const mark = marks.get(role) ?? Decoration.mark({ class: `isl-role-${role}` });
  marks.set(role, mark);
  return mark;
}

function decorationsOf({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const names = namesOf(state.doc.toString());
  let done = -1;
  for (const { from, to } of visibleRanges) {
    for (let at = Math.max(from, done + 1); at <= to; at = done + 1) {
      const line = state.doc.lineAt(at);
      for (const part of highlights(line.text, names)) builder.add(line.from + part.from, line.from + part.to, markOf(part.role));
      done = line.to;
    }
  }
  return builder.finish();
}

class Roles {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorationsOf(view);
  }

  update({ docChanged, viewportChanged, view }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.decorations = decorationsOf(view);
  }
}

/** Gives every part of the text that is in view a class for its role, `isl-role-<role>`. */
export const roles = ViewPlugin.fromClass(Roles, { decorations: ({ decorations }) => decorations });
