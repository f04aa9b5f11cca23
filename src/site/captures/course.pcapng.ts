import type { APIRoute, GetStaticPaths } from 'astro';
import groups from '../../../content/gallery.json';
import { LANGUAGES } from '../../components/language.ts';
import { scenarioRun } from '../../components/scenario-run.ts';
import { messagesIn } from '../../components/words.ts';
import { passing } from '../../narration/passing.ts';
import { ADDRESSES } from '../../simulation/connections.ts';
import { writePcapng } from '../../wire/file/write-pcapng.ts';
import { octetsOfAddress } from '../../wire/packet/address.ts';
import { sideBySide } from '../../wire/side-by-side.ts';

/** How long after one scenario the next begins, ms: so soon that many are under way at once. */
const APART = 400;

export const getStaticPaths = (() => LANGUAGES.map((language) => ({ params: { language } }))) satisfies GetStaticPaths;

/** Every scenario of the gallery, captured as one busy hour at one host: the example of a capture with many conversations. The comment of each segment tells what really happened, that of a scenario's first segment what the gallery calls it too. */
export const GET: APIRoute = ({ params }) => {
  const language = LANGUAGES.find((one) => one === params['language']) ?? 'en';
  const words = messagesIn(language);
  const runs = groups.flatMap(({ scenarios }) =>
    scenarios.map(({ name, title }) => {
      const trace = scenarioRun(name);
      const story = passing(trace, words);
      let before = `${title[language]}\n`;
      return {
        trace,
        remark: (sighting: Parameters<typeof story>[0]) => {
          const comment = before + story(sighting);
          before = '';
          return comment;
        },
      };
    }),
  );
  const file = writePcapng(sideBySide(runs, APART), {
    comment: groups.map(({ title }) => title[language]).join('\n'),
    application: 'Handshake Lab',
    interface: 'client',
    names: [
      { address: octetsOfAddress(ADDRESSES.A), name: 'client' },
      { address: octetsOfAddress(ADDRESSES.B), name: 'server' },
    ],
  });
  return new Response(Uint8Array.from(file));
};
