import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Settings, settingsSchema } from '@shared/ipc/workspace';
import { z } from 'zod';

const recentSchema = z.array(z.object({ path: z.string(), openedAt: z.iso.datetime() }));

const storedSchema = z.object({
  settings: settingsSchema.catch({ language: 'system', theme: 'system' }),
  recent: recentSchema.catch([]),
});
type Stored = z.infer<typeof storedSchema>;

const keptRecent = 12;

/** What the app remembers on this machine: settings and recent workspaces, in one small JSON file. */
export class SettingsFile {
  private stored: Stored;

  constructor(private readonly path: string) {
    this.stored = readStored(path);
  }

  get settings(): Settings {
    return this.stored.settings;
  }

  get recent(): Stored['recent'] {
    return this.stored.recent;
  }

  changeSettings(change: Partial<Settings>): Settings {
    this.write({ ...this.stored, settings: { ...this.stored.settings, ...change } });
    return this.stored.settings;
  }

  addRecent(path: string): void {
    const others = this.stored.recent.filter((entry) => entry.path !== path);
    const entry = { path, openedAt: new Date().toISOString() };
    this.write({ ...this.stored, recent: [entry, ...others].slice(0, keptRecent) });
  }

  removeRecent(path: string): void {
    this.write({ ...this.stored, recent: this.stored.recent.filter((entry) => entry.path !== path) });
  }

  private write(stored: Stored): void {
    this.stored = stored;
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `${JSON.stringify(stored, null, 2)}\n`);
  }
}

/** A missing or damaged file counts as never written: it holds nothing that cannot be set again. */
function readStored(path: string): Stored {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return storedSchema.parse({});
  }
}
