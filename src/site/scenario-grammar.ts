/** The notation of scenarios as a TextMate grammar: for code blocks in lessons and for the excerpt that an error shows. */
export const SCENARIO_GRAMMAR = {
  name: 'scenario',
  scopeName: 'source.scenario',
  patterns: [
    { match: '#.*$', name: 'comment.line.number-sign' },
    { match: '\\b(?:CLOSED|LISTEN|SYN-SENT|SYN-RECEIVED|ESTABLISHED|FIN-WAIT-[12]|CLOSE-WAIT|CLOSING|LAST-ACK|TIME-WAIT)\\b', name: 'support.type' },
    { match: '\\b(?:SYN|FIN|RST|PSH|ACK|URG|ECE|CWR|none)\\b', name: 'constant.language' },
    { match: '\\b(?:profile|hosts|delay|already|meanwhile|after|at|when|inject|release|lose|duplicate|hold|reorder|mark|stop|expect)\\b', name: 'keyword.control' },
    { match: '\\b(?:listens|asks|connects|accepts|sends|closes|aborts|crashes|delays|stops|reading|reads|offers|turns|urgently|is|told|received|until|from|with|on|connection|by|to)\\b', name: 'keyword.other' },
    { match: '\\b(?:ISS|MSS|SEQ|LEN|WND|window|scale|SACK|ECN|timestamps|Nagle|keep-alive|timeout|backlog|seed|RFC|secret)\\b', name: 'variable.parameter' },
    { match: '\\b\\d[\\d_]*(?:st|nd|rd|th)?\\b', name: 'constant.numeric' },
  ],
  repository: {},
};
