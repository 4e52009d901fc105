const onMac = navigator.platform.startsWith('Mac');

/** F1, F2…, which carry commands without Ctrl. */
export function isFunctionKey(key: string): boolean {
  return /^F\d+$/.test(key);
}

/** A command's key as people read it: `Ctrl+Shift+S`, or `⇧⌘S` on a Mac; function keys stand alone. */
export function writeKeys(key: string): string {
  if (isFunctionKey(key)) return key;
  const shifted = key.startsWith('shift+');
  const letter = (shifted ? key.slice('shift+'.length) : key).toUpperCase();
  return onMac ? `${shifted ? '⇧' : ''}⌘${letter}` : `Ctrl+${shifted ? 'Shift+' : ''}${letter}`;
}
