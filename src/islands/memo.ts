import { Component, type ComponentChild, type ComponentClass } from 'preact';

/** The component, rendered again only when one of its props differs: for the rows of long lists. */
export function memo<Props extends object>(View: (props: Props) => ComponentChild): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props) {
      const now = new Map(Object.entries(this.props));
      return Object.entries(next).some(([name, value]) => now.get(name) !== value);
    }

    override render(props: Props) {
      return View(props);
    }
  };
}
