import { spotlight } from '@mantine/spotlight';
import type { CommandId } from '@shared/ipc/contract';
import { subscribe } from './bridge';
import { isFunctionKey } from './keys';
import { useNavigation } from './navigation.store';
import { focusNextRegion } from './regions';
import { chooseSources } from './source-queue.store';
import { useWorkspace } from './workspace.store';

export interface Command {
  readonly id: CommandId;
  /** As `KeyboardEvent` has it, with Ctrl or Cmd held; `shift+` before it where Shift is held too. Function keys stand alone. */
  readonly key?: string;
  readonly needsWorkspace: boolean;
  run(): void;
}

const workspace = () => useWorkspace.getState();
const navigation = () => useNavigation.getState();

/** Everything that can be done from anywhere: menu, palette and keys all read this table. */
export const commands: readonly Command[] = [
  { id: 'workspace.new', key: 'n', needsWorkspace: false, run: () => void workspace().create() },
  { id: 'workspace.open', key: 'o', needsWorkspace: false, run: () => void workspace().open() },
  { id: 'workspace.openSample', needsWorkspace: false, run: () => void workspace().openSample() },
  { id: 'import.choose', key: 'i', needsWorkspace: false, run: () => void chooseSources() },
  { id: 'export.open', key: 'e', needsWorkspace: true, run: () => navigation().show({ exportOpen: true }) },
  { id: 'workspace.save', key: 's', needsWorkspace: true, run: () => void workspace().save() },
  { id: 'workspace.saveAs', key: 'shift+s', needsWorkspace: true, run: () => void workspace().saveAs() },
  { id: 'workspace.close', key: 'w', needsWorkspace: true, run: () => void workspace().close() },
  { id: 'history.undo', key: 'z', needsWorkspace: true, run: () => void workspace().undo() },
  { id: 'history.redo', key: 'y', needsWorkspace: true, run: () => void workspace().redo() },
  { id: 'edit.find', key: 'f', needsWorkspace: true, run: focusSearch },
  { id: 'palette.open', key: 'k', needsWorkspace: false, run: () => spotlight.toggle() },
  { id: 'view.start', key: '1', needsWorkspace: false, run: () => navigation().go({ page: 'start' }) },
  { id: 'view.data', key: '2', needsWorkspace: true, run: () => navigation().go({ page: 'data' }) },
  { id: 'view.kpis', key: '3', needsWorkspace: true, run: () => navigation().go({ page: 'kpis' }) },
  {
    id: 'kpi.define',
    needsWorkspace: true,
    run: () => navigation().go({ page: 'ownKpi', id: null }),
  },
  { id: 'view.targets', key: '4', needsWorkspace: true, run: () => navigation().go({ page: 'targets' }) },
  { id: 'view.whatif', key: '5', needsWorkspace: true, run: () => navigation().go({ page: 'whatif' }) },
  { id: 'view.review', key: 'F5', needsWorkspace: true, run: startReview },
  { id: 'view.pricing', key: '9', needsWorkspace: true, run: () => navigation().go({ page: 'pricing' }) },
  { id: 'view.quotas', key: '7', needsWorkspace: true, run: () => navigation().go({ page: 'quotas' }) },
  { id: 'view.oneToOne', key: '6', needsWorkspace: true, run: () => navigation().go({ page: 'oneToOne' }) },
  {
    id: 'view.incentives',
    key: '8',
    needsWorkspace: true,
    run: () => navigation().go({ page: 'incentives' }),
  },
  { id: 'view.imports', needsWorkspace: true, run: () => navigation().go({ page: 'imports' }) },
  {
    id: 'settings.open',
    key: ',',
    needsWorkspace: false,
    run: () => navigation().show({ settingsOpen: true }),
  },
  {
    id: 'help.shortcuts',
    key: 'F1',
    needsWorkspace: false,
    run: () => navigation().show({ shortcutsOpen: true }),
  },
];

function startReview(): void {
  const { place, go } = navigation();
  if (place.page !== 'review') go({ page: 'review', back: place });
}

/** The search field of the page that is shown carries this attribute. */
export const searchFieldAttribute = 'data-page-search';

function focusSearch(): void {
  document.querySelector<HTMLInputElement>(`[${searchFieldAttribute}]`)?.focus();
}

export function runCommand(id: CommandId): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command && isAvailable(command, workspace().workspace !== null)) command.run();
}

export function isAvailable(command: Command, workspaceOpen: boolean): boolean {
  return workspaceOpen || !command.needsWorkspace;
}

/** Text fields keep the keys that edit text. */
const textKeys = new Set(['z', 'y', 'shift+z']);

/** Listens to the application menu and to the keyboard from now on. */
export function followCommands(): void {
  subscribe('command', ({ id }) => runCommand(id));
  window.addEventListener('keydown', handleKey);
}

/** Carries out the command that a pressed key stands for. */
function handleKey(event: KeyboardEvent): void {
  if (event.key === 'F6') {
    event.preventDefault();
    focusNextRegion(event.shiftKey);
    return;
  }
  if (event.altKey || (event.ctrlKey || event.metaKey) === isFunctionKey(event.key)) return;
  const pressed = `${event.shiftKey ? 'shift+' : ''}${isFunctionKey(event.key) ? event.key : event.key.toLowerCase()}`;
  if (textKeys.has(pressed) && isTextField(event.target)) return;
  const command = commands.find(({ key }) => key === (pressed === 'shift+z' ? 'y' : pressed));
  if (!command) return;
  event.preventDefault();
  runCommand(command.id);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  );
}
