import { Component, type ComponentChild } from 'preact';

/** The component, drawn anew only where one of its props is another value. */
export function memo<P extends object>(draw: (props: P) => ComponentChild) {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return (Object.keys(next) as (keyof P)[]).some((key) => next[key] !== (this.props as P)[key]);
    }

    override render(): ComponentChild {
      return draw(this.props);
    }
  };
}
