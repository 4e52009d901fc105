import type { WorkspaceInfo } from '@shared/ipc/workspace';

/** What the worker last told of the open workspace. */
export interface WorkspaceState {
  current: WorkspaceInfo | null;
}
