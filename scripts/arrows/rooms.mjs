/**
 * The rooms of the house and what each may import, as the table in docs/architecture.md has it. A file belongs to
 * the first room whose path it begins with, so the narrower ones stand first.
 *
 * @typedef {object} Room
 * @property {string} path folder (with a slash at its end) or file
 * @property {readonly string[]} mayImport paths inside the project; `own` stands for the room itself
 * @property {readonly string[]} [mayNotImport] exceptions from `mayImport`
 * @property {readonly string[]} [onlyPackages] the npm packages allowed, when the others are not; Node's own never are
 * @property {readonly string[]} [noPackages] what is forbidden: npm packages, `@scope/`, or `node:` for Node's own
 */

const ELECTRON = ['electron'];
const NODE = ['node:'];
const SCREEN = [
  '@dnd-kit/',
  'react',
  'react-dom',
  'react-i18next',
  'zustand',
  '@mantine/',
  '@tabler/',
  'ag-grid-',
  'echarts',
];
const FILES_AND_DATABASE = ['sql.js', 'xlsx', 'papaparse', 'iconv-lite', 'yazl'];

/** @type {readonly Room[]} */
export const ROOMS = [
  {
    path: 'src/shared/',
    mayImport: ['own'],
    onlyPackages: ['zod', 'i18next', 'dayjs', 'validator'],
  },
  {
    path: 'src/preload/',
    mayImport: ['own', 'src/shared/ipc/'],
    noPackages: [...NODE, ...SCREEN, ...FILES_AND_DATABASE],
  },
  {
    path: 'src/renderer/components/',
    mayImport: ['src/renderer/', 'src/shared/'],
    mayNotImport: ['src/renderer/features/'],
    noPackages: [...ELECTRON, ...NODE, ...FILES_AND_DATABASE],
  },
  {
    path: 'src/renderer/features/*/',
    mayImport: ['own', 'src/renderer/app/', 'src/renderer/components/', 'src/shared/'],
    noPackages: [...ELECTRON, ...NODE, ...FILES_AND_DATABASE],
  },
  {
    path: 'src/renderer/',
    mayImport: ['own', 'src/shared/'],
    noPackages: [...ELECTRON, ...NODE, ...FILES_AND_DATABASE],
  },
  {
    path: 'src/cli/',
    mayImport: ['own', 'src/shared/', 'src/main/', 'package.json'],
    mayNotImport: ['src/main/window/', 'src/main/ipc/', 'src/main/index.ts'],
    noPackages: [...ELECTRON, ...SCREEN],
  },
  {
    path: 'src/main/window/',
    mayImport: ['src/main/', 'src/shared/'],
    noPackages: SCREEN,
  },
  {
    path: 'src/main/ipc/',
    mayImport: ['src/main/', 'src/shared/'],
    noPackages: SCREEN,
  },
  {
    path: 'src/main/index.ts',
    mayImport: ['src/main/', 'src/shared/'],
    noPackages: SCREEN,
  },
  {
    // The services, which the command line runs without Electron.
    path: 'src/main/',
    mayImport: ['own', 'src/shared/', 'resources/'],
    mayNotImport: ['src/main/window/', 'src/main/ipc/', 'src/main/index.ts'],
    noPackages: [...ELECTRON, ...SCREEN],
  },
];

/** Names that say nothing about what a file or folder holds. */
export const EMPTY_NAMES = /(^|[-.])(utils?|helpers?|common|managers?|misc)([-.]|$)/i;

/** The files that may hold the bridge `window.quotabench` in their hands: its one wrapper, and the stores. */
export const BRIDGE_HOLDERS = /^src\/renderer\/(app\/bridge\.ts|.*\.store\.ts)$/;

/** The wrapper of the bridge, which components reach through their store. */
export const BRIDGE_WRAPPER = 'src/renderer/app/bridge';
