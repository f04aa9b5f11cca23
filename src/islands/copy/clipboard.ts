/**
 * Puts a text into the clipboard; false where the browser does not allow it. A text that is still in the making is handed over
 * as a promise where that is possible: some browsers allow copying only in the very moment of the click.
 */
export async function copyText(given: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof given === 'string' || typeof ClipboardItem === 'undefined') {
      await navigator.clipboard.writeText(await given);
    } else {
      const blob = given.then((text) => new Blob([text], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    }
    return true;
  } catch {
    return false;
  }
}
