/** The site's own font faces among these families and weights, as rules that hold the fonts themselves: a picture takes nothing from a page. */
export async function fontFaces(families: string, weights: ReadonlySet<string>): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => facesIn(sheet)).filter(({ style }) => {
    const family = style.getPropertyValue('font-family').replace(/["']/g, '');
    return families.includes(family) && weights.has(style.getPropertyValue('font-weight'));
  });
  return (await Promise.all(rules.map(embedded))).join('');
}

function facesIn(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].flatMap(facesOf);
  } catch {
    // A sheet from elsewhere, an extension's for instance, may not be read.
    return [];
  }
}

function facesOf(rule: CSSRule): readonly CSSFontFaceRule[] {
  if (rule instanceof CSSFontFaceRule) return [rule];
  return rule instanceof CSSGroupingRule ? [...rule.cssRules].flatMap(facesOf) : [];
}

/** The rule with its font in it; nothing where it has none, or it cannot be fetched: the families behind it in the list will do. */
async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const file = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (file === undefined) return '';
  try {
    const response = await fetch(new URL(file, parentStyleSheet?.href ?? document.baseURI));
    if (!response.ok) return '';
    const bytes = new Uint8Array(await response.arrayBuffer());
    const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return `@font-face{font-family:${style.getPropertyValue('font-family')};font-weight:${style.getPropertyValue('font-weight')};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
  } catch {
    return '';
  }
}
