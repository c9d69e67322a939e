import { realpathSync } from 'node:fs';
import path from 'node:path';

// Turbopack follows no link out of its root, and a test's copy of the project only links to node_modules.
const packages = realpathSync('node_modules').split(path.sep);
const project = import.meta.dirname.split(path.sep);
const root = project.slice(0, project.findIndex((folder, i) => folder !== packages[i])).join(path.sep);

// A page of 127.0.0.1 gets no hot reload unless that is allowed.
export default { turbopack: { root }, allowedDevOrigins: ['127.0.0.1'], devIndicators: false };
