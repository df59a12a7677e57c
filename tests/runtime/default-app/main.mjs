/**
 * Stands in for Electron's own default application inside the test runtime: finds the application folder among the
 * arguments, loads the modules named by -r, takes over its name, version and path, and waits for its main module, so
 * that `ready` cannot fire before an ES module has registered its schemes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** Splits the command line into modules to load first and the application to run; Chromium's switches are skipped. */
function readArguments(commandLine) {
  const modules = [];
  for (let index = 0; index < commandLine.length; index += 1) {
    const argument = commandLine[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      modules.push(commandLine[index]);
    } else if (!argument.startsWith('-')) {
      return { modules, target: argument };
    }
  }
  return { modules, target: undefined };
}

/** Tells Electron whose application this is and returns the file that starts it. */
function adopt(target) {
  const folder = path.resolve(target);
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return folder;
  const description = JSON.parse(readFileSync(manifest, 'utf8'));
  if (description.version) app.setVersion(description.version);
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  app.setAppPath(folder);
  return createRequire(manifest).resolve(path.join(folder, description.main ?? 'index.js'));
}

const { modules, target } = readArguments(process.argv.slice(1));
if (modules.length > 0) Module._preloadModules(modules);
if (target === undefined) {
  process.stderr.write('The test runtime needs an application folder as its argument.\n');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  try {
    await import(pathToFileURL(adopt(target)).href);
  } catch (error) {
    process.stderr.write(`The application did not start: ${error?.stack ?? error}\n`);
    app.exit(1);
  }
}
