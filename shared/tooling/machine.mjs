// The programs that tests and measures need beside Node, looked for on this machine and, as root on Debian, installed.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './set-up.mjs';

// The shell is the same engine without a window around it: a page opens in a third of the time.
const browsers = ['chromium-headless-shell', 'chromium', 'google-chrome', 'chromium-browser'];

/** Everything that is started of MariaDB: the tests start the first two, and the second starts the last two. */
export const mariadbPrograms = ['mariadbd', 'mariadb-install-db', 'my_print_defaults', 'resolveip'];

/**
 * The Chromium that the browser tests drive: CHROMIUM_PATH, the system's own, or installed. A font for emoji is
 * installed with it, since reactions are emoji; without such a font the tests pass and a person sees boxes.
 * @returns {string} the path of its executable.
 */
export function ensureChromium() {
  const found = findChromium();
  const packages = [
    ...(found ? [] : ['chromium-headless-shell']),
    ...(hasEmojiFont() ? [] : ['fonts-noto-color-emoji']),
  ];
  if (packages.length > 0) installWithApt(...packages);
  const path = findChromium();
  if (path) return path;
  throw new Error(
    'The browser tests need Chromium. Install it (on Debian: apt install chromium-headless-shell), or set CHROMIUM_PATH to yours.',
  );
}

const findChromium = () =>
  [process.env.CHROMIUM_PATH, ...browsers.map((name) => `/usr/bin/${name}`)].find(
    (path) => path && existsSync(path),
  );

/** Outside of Linux the system has one. */
function hasEmojiFont() {
  if (process.platform !== 'linux') return true;
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
  ];
  return folders
    .filter((folder) => existsSync(folder))
    .some((folder) => readdirSync(folder, { recursive: true }).some((file) => /emoji/i.test(file)));
}

/** Firefox and WebKit, for the task that runs what people do most in every engine: the system's own, or installed. */
export function ensureEngines() {
  const packages = missingEngines();
  if (packages.length > 0) installWithApt(...packages);
  const missing = missingEngines();
  if (missing.length === 0) return;
  throw new Error(
    `The tests in every engine need Firefox and WebKit. Install them (on Debian: apt install ${missing.join(' ')}).`,
  );
}

/** The MariaDB that tests of SQL start for themselves: the system's own, or installed. Nothing of it runs as a service. */
export function ensureMariadb() {
  const packages = ['mariadb-server-core', 'mariadb-client-core'];
  if (missingOfMariadb().length > 0) installWithApt(...packages);
  const missing = missingOfMariadb();
  if (missing.length === 0) return;
  throw new Error(
    `The tests of SQL need MariaDB; ${missing.join(', ')} cannot be found. Install it (on Debian: apt install ${packages.join(' ')}).`,
  );
}

/** The packages of Debian that bring what is not there. */
const missingEngines = () =>
  [
    ['firefox-esr', 'firefox-esr'],
    ['WebKitWebDriver', 'webkit2gtk-driver'],
    ['Xvfb', 'xvfb'],
  ].flatMap(([program, name]) => (findProgram(program) ? [] : [name]));

const missingOfMariadb = () => mariadbPrograms.filter((program) => !findProgram(program));

/** @returns {string | undefined} where a program lies. */
export function findProgram(program) {
  // Servers are where only administrators look.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Does nothing where packages cannot be installed. */
function installWithApt(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', ...packages], env);
}
