import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { ElectronRuntime } from './find-electron.ts';
import { inProject } from './paths.ts';
import { prebuiltNodeApi } from './pins.ts';
import { mustRun } from './run-command.ts';

/** Part of the cache key: raise it when the way of building changes. */
const recipe = 1;

/**
 * Node-API 10 lets a reference hold a primitive value, which better-sqlite3 relies on. Older runtimes allow the same
 * under the experimental version number, and there a finalizer must be posted, not run.
 */
const experimentalVersion = '2147483647';
const prelude = `#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    node_api_basic_env env, napi_finalize finalize_cb, void* finalize_data, void* finalize_hint);
`;

/** The compile-time options of the bundled SQLite, read from the package's own gyp file. */
export function sqliteDefines(gypi: string): readonly string[] {
  const defines = [...gypi.matchAll(/^\s*'([A-Z][A-Z0-9_]*(?:=[^']*)?)',?\s*$/gm)].map(match => `-D${match[1]}`);
  if (!defines.includes('-DSQLITE_ENABLE_FTS5')) throw new Error('The SQLite options could not be read.');
  return defines;
}

/** True when the runtime is too old for the prebuild that better-sqlite3 ships. */
export function needsRebuild(runtime: Pick<ElectronRuntime, 'nodeApi'>): boolean {
  return runtime.nodeApi < prebuiltNodeApi;
}

/** Compiles better-sqlite3 and its SQLite into one library that loads in old and new runtimes alike. */
async function compile(workshop: string): Promise<string> {
  const source = inProject('node_modules/better-sqlite3');
  const sqlite = path.join(source, 'deps/sqlite3');
  const defines = sqliteDefines(readFileSync(path.join(source, 'deps/defines.gypi'), 'utf8'));
  const preludeFile = path.join(workshop, 'prelude.h');
  writeFileSync(preludeFile, prelude);
  const common = ['-c', '-O3', '-fPIC', '-DNDEBUG'];
  const [library, addon] = [path.join(workshop, 'sqlite3.o'), path.join(workshop, 'addon.o')];
  await Promise.all([
    mustRun('gcc', [...common, '-std=c99', '-w', ...defines, path.join(sqlite, 'sqlite3.c'), '-o', library]),
    mustRun('g++', [
      ...common,
      '-std=c++20',
      '-fvisibility=hidden',
      '-fvisibility-inlines-hidden',
      `-DNAPI_VERSION=${experimentalVersion}`,
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      '-DBUILDING_NODE_EXTENSION',
      ...['-include', preludeFile],
      ...[inProject('node_modules/node-api-headers/include'), inProject('node_modules/node-addon-api'), sqlite].map(
        folder => `-I${folder}`,
      ),
      path.join(source, 'src/better_sqlite3.cpp'),
      ...['-o', addon],
    ]),
  ]);
  const built = path.join(workshop, 'better_sqlite3.node');
  await mustRun('g++', ['-shared', '-o', built, addon, library, '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl']);
  return built;
}

/** The rebuilt addon in the cache, compiled on the first call. */
async function rebuiltAddon(tell: (line: string) => void): Promise<string> {
  const manifest = JSON.parse(readFileSync(inProject('node_modules/better-sqlite3/package.json'), 'utf8')) as {
    readonly version: string;
  };
  const cache = cacheFolder();
  const kept = path.join(
    cache,
    `better-sqlite3-${manifest.version}-${process.platform}-${process.arch}-${recipe}.node`,
  );
  if (existsSync(kept)) return kept;
  tell('Building better-sqlite3 for this Electron (once)…');
  const workshop = mkdtempSync(path.join(cache, 'building-'));
  try {
    renameSync(await compile(workshop), kept);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return kept;
}

/**
 * Puts a better-sqlite3 in place that loads in the given runtime and in Node: the rebuilt one for a runtime below
 * Node-API 10, the package's own prebuild for all others. The package looks for its prebuild first, so the rebuilt one
 * takes that place and the shipped one waits beside it.
 */
export async function installSqliteFor(
  runtime: Pick<ElectronRuntime, 'nodeApi'>,
  tell: (line: string) => void = line => void process.stderr.write(`${line}\n`),
): Promise<void> {
  const target = `${process.platform}-${process.arch}`;
  const folder = inProject('node_modules/better-sqlite3/prebuilds');
  const [place, shipped] = [path.join(folder, `${target}.node`), path.join(folder, `${target}.shipped`)];
  if (!needsRebuild(runtime)) {
    if (existsSync(shipped)) renameSync(shipped, place);
    return;
  }
  const addon = await rebuiltAddon(tell);
  if (existsSync(place) && readFileSync(place).equals(readFileSync(addon))) return;
  const fresh = path.join(folder, `${target}.${process.pid}`);
  copyFileSync(addon, fresh);
  if (!existsSync(shipped)) copyFileSync(place, shipped);
  renameSync(fresh, place);
}
