import { WorkspaceSession } from './workspace-session';

/** Creates the sample workspace at `path`. */
export async function createSampleWorkspace(path: string): Promise<WorkspaceSession> {
  return WorkspaceSession.create(path);
}
