import { useEffect, useRef, useState } from 'preact/hooks';

/** Which conversation is open, and the ways to another place. */
export interface CapturePlace {
  /** Its number; null: the list is on view. */
  readonly conversation: number | null;
  readonly open: (conversation: number) => void;
  readonly back: () => void;
}

/** The conversation that the fragment names, if it is of this file. */
function conversationIn(fragment: string, turn: number): number | null {
  const [, file, conversation] = /^#capture-(\d+)-conversation-(\d+)$/u.exec(fragment) ?? [];
  return Number(file) === turn ? Number(conversation) : null;
}

/** Keeps the conversation that is open in the address, so that the browser's Back leads to the list; `turn`: which file of this visit it is. */
export function usePlace(turn: number): CapturePlace {
  const [conversation, setConversation] = useState<number | null>(null);
  const hasOpened = useRef(false);
  useEffect(() => {
    // What was before the file is no place of it.
    if (location.hash.startsWith('#capture-')) history.replaceState(history.state, '', location.pathname + location.search);
    const look = () => setConversation(conversationIn(location.hash, turn));
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const open = (number: number) => {
    hasOpened.current = true;
    location.hash = `#capture-${String(turn)}-conversation-${String(number)}`;
  };
  const back = () => {
    if (hasOpened.current) history.back();
    else location.hash = '';
  };
  return { conversation, open, back };
}
