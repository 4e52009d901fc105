import type { CommandId } from '@shared/ipc/contract';
import type { Language } from '@shared/ipc/workspace';
import english from '@shared/language/en/menu.json';
import norwegian from '@shared/language/nb/menu.json';
import { Menu, type MenuItemConstructorOptions } from 'electron';

type MenuText = keyof typeof english;

const catalogues: Readonly<Record<Language, Readonly<Record<MenuText, string>>>> = {
  en: english,
  nb: norwegian,
};

interface CommandItem {
  readonly id: CommandId;
  readonly accelerator?: string;
}

type MenuEntry =
  | CommandItem
  | 'separator'
  | {
      readonly role:
        | 'quit'
        | 'cut'
        | 'copy'
        | 'paste'
        | 'selectAll'
        | 'togglefullscreen'
        | 'zoomIn'
        | 'zoomOut'
        | 'resetZoom';
    };

const menus: readonly (readonly [MenuText, readonly MenuEntry[]])[] = [
  [
    'file',
    [
      { id: 'workspace.new', accelerator: 'CmdOrCtrl+N' },
      { id: 'workspace.open', accelerator: 'CmdOrCtrl+O' },
      { id: 'workspace.openSample' },
      'separator',
      { id: 'import.choose', accelerator: 'CmdOrCtrl+I' },
      { id: 'export.open', accelerator: 'CmdOrCtrl+E' },
      'separator',
      { id: 'workspace.save', accelerator: 'CmdOrCtrl+S' },
      { id: 'workspace.saveAs', accelerator: 'CmdOrCtrl+Shift+S' },
      { id: 'workspace.close', accelerator: 'CmdOrCtrl+W' },
      'separator',
      { role: 'quit' },
    ],
  ],
  [
    'edit',
    [
      { id: 'history.undo', accelerator: 'CmdOrCtrl+Z' },
      { id: 'history.redo', accelerator: 'CmdOrCtrl+Y' },
      'separator',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      'separator',
      { id: 'edit.find', accelerator: 'CmdOrCtrl+F' },
    ],
  ],
  [
    'view',
    [
      { id: 'view.start', accelerator: 'CmdOrCtrl+1' },
      { id: 'view.data', accelerator: 'CmdOrCtrl+2' },
      { id: 'view.kpis', accelerator: 'CmdOrCtrl+3' },
      { id: 'view.targets', accelerator: 'CmdOrCtrl+4' },
      { id: 'view.whatif', accelerator: 'CmdOrCtrl+5' },
      { id: 'view.review', accelerator: 'F5' },
      { id: 'view.oneToOne', accelerator: 'CmdOrCtrl+6' },
      { id: 'view.quotas', accelerator: 'CmdOrCtrl+7' },
      { id: 'view.pricing', accelerator: 'CmdOrCtrl+9' },
      { id: 'view.incentives', accelerator: 'CmdOrCtrl+8' },
      { id: 'view.imports' },
      'separator',
      { id: 'palette.open', accelerator: 'CmdOrCtrl+K' },
      { id: 'settings.open', accelerator: 'CmdOrCtrl+,' },
      'separator',
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      { role: 'togglefullscreen' },
    ],
  ],
  ['help', [{ id: 'help.shortcuts', accelerator: 'F1' }]],
];

/** Puts up the menu in a language. Each entry of ours tells the window to carry out its command. */
export function setApplicationMenu(language: Language, run: (id: CommandId) => void): void {
  const texts = catalogues[language];
  const itemOf = (entry: MenuEntry): MenuItemConstructorOptions => {
    if (entry === 'separator') return { type: 'separator' };
    if ('role' in entry) return { role: entry.role, label: texts[entry.role] };
    return {
      label: texts[entry.id],
      click: () => run(entry.id),
      // The page hears these keys itself, so that text fields keep their own undo; the menu only shows them.
      ...(entry.accelerator ? { accelerator: entry.accelerator, registerAccelerator: false } : {}),
    };
  };
  const template = menus.map(([title, entries]) => ({ label: texts[title], submenu: entries.map(itemOf) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
