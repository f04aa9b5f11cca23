import type { Thumbnail } from '../../diagram/thumbnail/thumbnail.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Lang } from '../messages.ts';
import { hasEveryWord } from './every-word.ts';
import type { Outline } from './outline.ts';

/** A scenario of the gallery, in one language. */
export interface GalleryScenario extends Outline {
  /** The name of its file in content/scenarios. */
  readonly name: string;
  readonly title: string;
  /** What one sees there, and why it is worth it. */
  readonly about: string;
  readonly scenario: Scenario;
  readonly thumbnail: Thumbnail;
}

/** What belongs together in the gallery, from simple to strange. */
export interface GalleryGroup {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly GalleryScenario[];
}

const FILES: Readonly<Record<Lang, () => Promise<{ readonly default: readonly GalleryGroup[] }>>> = {
  en: () => import('gallery:en'),
  ko: () => import('gallery:ko'),
};

/** Fetches the gallery with all of its scenarios; rejects where it cannot be fetched. */
export async function loadGallery(lang: Lang): Promise<readonly GalleryGroup[]> {
  return (await FILES[lang]()).default;
}

/** What of the gallery has every word of the query in its name, title, sentence or group; groups without any are left out. */
export function matching(groups: readonly GalleryGroup[], query: string): readonly GalleryGroup[] {
  return groups
    .map((group) => ({
      ...group,
      scenarios: group.scenarios.filter(({ name, title, about }) => hasEveryWord([name, title, about, group.title].join(' '), query)),
    }))
    .filter(({ scenarios }) => scenarios.length > 0);
}
