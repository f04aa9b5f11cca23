import { PICTURES, type PictureName } from './pictures.ts';

interface Props {
  readonly name: PictureName;
}

/** How far a lesson or an exercise has come, as a picture beside words that say the same. */
export function Picture({ name }: Props) {
  return <svg class="isl-come" data-come={name} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" dangerouslySetInnerHTML={{ __html: PICTURES[name] }} />;
}
