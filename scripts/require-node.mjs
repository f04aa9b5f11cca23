// Runs on any Node: says what is wrong where the pinned Node did not get into the PATH.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(`This project needs the Node that its own dependency brings along, but Node ${process.versions.node} is running.
Run the commands through npm (npm start, npm test, npm run build), and let npm ci run the install script of the package "node":
  rm -rf node_modules && npm ci --foreground-scripts`);
  process.exit(1);
}
