/** `npm run check:arrows`: fails when an import runs against the table of folders in docs/architecture.md. */
import { brokenArrows } from './arrows/broken-arrows.mjs';
import { projectRoot } from './project-root.mjs';

const findings = brokenArrows(projectRoot);
for (const { file, line, message } of findings) console.error(`${file}:${line}  ${message}`);
if (findings.length > 0) {
  console.error(`${findings.length} ${findings.length === 1 ? 'arrow runs' : 'arrows run'} the wrong way.`);
  process.exitCode = 1;
} else {
  console.log('Every import runs the way it should.');
}
