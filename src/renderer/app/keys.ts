const onMac = navigator.platform.startsWith('Mac');

/** A command's key as people read it: `Ctrl+Shift+S`, or `⇧⌘S` on a Mac. */
export function writeKeys(key: string): string {
  const shifted = key.startsWith('shift+');
  const letter = (shifted ? key.slice('shift+'.length) : key).toUpperCase();
  return onMac ? `${shifted ? '⇧' : ''}⌘${letter}` : `Ctrl+${shifted ? 'Shift+' : ''}${letter}`;
}
