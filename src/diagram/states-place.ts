import type { State } from '../tcp/state.ts';

/** A point in px. */
export type Place = readonly [x: number, y: number];

/** How large the drawing of the states is, and each of its boxes, px. */
export const SIZE = { width: 328, height: 506, box: [92, 26] } as const;

/** The lower CLOSED: like the RFC's figure, the drawing has it twice, so that no arrow must climb back to the top. */
export const END: Place = [270, 474];

/** The middle of each state's box: open above, close below, whoever closes first on the left. */
export const PLACES: Readonly<Record<State, Place>> = {
  CLOSED: [164, 28],
  LISTEN: [164, 98],
  'SYN-RECEIVED': [52, 168],
  'SYN-SENT': [276, 168],
  ESTABLISHED: [164, 248],
  'FIN-WAIT-1': [52, 318],
  'CLOSE-WAIT': [270, 318],
  'FIN-WAIT-2': [52, 394],
  CLOSING: [164, 394],
  'LAST-ACK': [270, 394],
  'TIME-WAIT': [118, 474],
};

/** How an arrow runs, where its head points, where the middle of its first line of words stands and which way they grow, and where its number sits. */
export interface Route {
  readonly d: string;
  readonly tip: readonly [x: number, y: number, towards: 'up' | 'down' | 'left' | 'right'];
  readonly words: readonly [x: number, y: number, anchor: 'start' | 'middle' | 'end'];
  readonly badge: Place;
}

/** The routes of the figure's arrows, then of those beyond it, by `from>to`: of a reset, an abort, a crash, and of the new SYN that may end TIME-WAIT (MAY-2) or be taken back. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'CLOSED>LISTEN': { d: 'M148 41V84', tip: [148, 85, 'down'], words: [137, 60, 'end'], badge: [148, 60] },
  'LISTEN>CLOSED': { d: 'M180 85V42', tip: [180, 41, 'up'], words: [191, 64, 'start'], badge: [180, 64] },
  'CLOSED>SYN-SENT': { d: 'M210 34H286Q292 34 292 40V154', tip: [292, 155, 'down'], words: [281, 47, 'end'], badge: [292, 76] },
  'SYN-SENT>CLOSED': { d: 'M313 155V28Q313 22 307 22H211', tip: [210, 22, 'left'], words: [262, 12, 'middle'], badge: [313, 102] },
  'LISTEN>SYN-RECEIVED': { d: 'M118 98H46Q40 98 40 104V154', tip: [40, 155, 'down'], words: [51, 114, 'start'], badge: [40, 128] },
  'SYN-RECEIVED>LISTEN': { d: 'M98 162H134Q140 162 140 156V112', tip: [140, 111, 'up'], words: [151, 148, 'start'], badge: [140, 140] },
  'LISTEN>SYN-SENT': { d: 'M210 98H242Q248 98 248 104V154', tip: [248, 155, 'down'], words: [237, 119, 'end'], badge: [248, 124] },
  'SYN-SENT>SYN-RECEIVED': { d: 'M230 175H99', tip: [98, 175, 'left'], words: [164, 187, 'middle'], badge: [214, 175] },
  'SYN-RECEIVED>ESTABLISHED': { d: 'M76 181V242Q76 248 82 248H117', tip: [118, 248, 'right'], words: [87, 213, 'start'], badge: [76, 206] },
  'SYN-SENT>ESTABLISHED': { d: 'M252 181V242Q252 248 246 248H211', tip: [210, 248, 'left'], words: [241, 214, 'end'], badge: [252, 206] },
  'SYN-RECEIVED>FIN-WAIT-1': { d: 'M20 181V304', tip: [20, 305, 'down'], words: [31, 266, 'start'], badge: [20, 244] },
  'ESTABLISHED>FIN-WAIT-1': { d: 'M140 261V306Q140 312 134 312H99', tip: [98, 312, 'left'], words: [129, 280, 'end'], badge: [140, 284] },
  'ESTABLISHED>CLOSE-WAIT': { d: 'M188 261V312Q188 318 194 318H223', tip: [224, 318, 'right'], words: [199, 280, 'start'], badge: [188, 284] },
  'FIN-WAIT-1>FIN-WAIT-2': { d: 'M24 331V380', tip: [24, 381, 'down'], words: [35, 350, 'start'], badge: [24, 354] },
  'FIN-WAIT-1>CLOSING': { d: 'M98 324H158Q164 324 164 330V380', tip: [164, 381, 'down'], words: [175, 350, 'start'], badge: [164, 354] },
  'FIN-WAIT-1>TIME-WAIT': { d: 'M90 331V350Q90 356 96 356H102Q108 356 108 362V460', tip: [108, 461, 'down'], words: [119, 418, 'start'], badge: [108, 372] },
  'FIN-WAIT-2>TIME-WAIT': { d: 'M80 407V460', tip: [80, 461, 'down'], words: [69, 428, 'end'], badge: [80, 431] },
  'CLOSING>TIME-WAIT': { d: 'M156 407V460', tip: [156, 461, 'down'], words: [167, 428, 'start'], badge: [156, 431] },
  'CLOSE-WAIT>LAST-ACK': { d: 'M258 331V380', tip: [258, 381, 'down'], words: [269, 350, 'start'], badge: [258, 354] },
  'LAST-ACK>CLOSED': { d: 'M258 407V460', tip: [258, 461, 'down'], words: [269, 428, 'start'], badge: [258, 431] },
  'TIME-WAIT>CLOSED': { d: 'M164 474H223', tip: [224, 474, 'right'], words: [205, 455, 'middle'], badge: [178, 474] },

  'SYN-RECEIVED>CLOSED': { d: 'M6 168H3V500H270V488', tip: [270, 487, 'up'], words: [198, 490, 'middle'], badge: [60, 500] },
  'ESTABLISHED>CLOSED': { d: 'M210 255H324V474H317', tip: [316, 474, 'left'], words: [318, 268, 'end'], badge: [226, 256] },
  'FIN-WAIT-1>CLOSED': { d: 'M6 318H3V500H270V488', tip: [270, 487, 'up'], words: [198, 490, 'middle'], badge: [60, 500] },
  'FIN-WAIT-2>CLOSED': { d: 'M6 394H3V500H270V488', tip: [270, 487, 'up'], words: [198, 490, 'middle'], badge: [60, 500] },
  'CLOSING>CLOSED': { d: 'M200 407V414H238V460', tip: [238, 461, 'down'], words: [228, 424, 'end'], badge: [238, 436] },
  'TIME-WAIT>SYN-RECEIVED': { d: 'M72 470H3V174H5', tip: [6, 174, 'right'], words: [10, 456, 'start'], badge: [28, 470] },
  'SYN-RECEIVED>TIME-WAIT': { d: 'M6 164H3V478H71', tip: [72, 478, 'right'], words: [10, 490, 'start'], badge: [58, 478] },
  'CLOSE-WAIT>CLOSED': { d: 'M316 318H324V474H317', tip: [316, 474, 'left'], words: [318, 284, 'end'], badge: [320, 366] },
};
