import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 10_000;

/** Somebody who can sign in to the demo's hospital, as `patients demo --json` says. */
export type DemoUser = {
  user: string;
  password: string;
  name: string;
  language: "en" | "fr";
  teams: { id: string; name: string; role: "owner" | "member" | "guest" }[];
};

/** The one line that `patients demo --json` prints when it is ready. */
export type Demo = { url: string; users: DemoUser[] /** The base of the hospital's record. */; ehr: string };

/** A real server with the sample hospital in a folder of its own. */
export type DemoServer = Demo & { stop: () => Promise<void> };

/** Starts the released server on a fresh sample hospital; the data is deleted when it stops. */
export async function startDemo(): Promise<DemoServer> {
  const { found, stop } = await start(["demo", "--json"], readDemo);
  return { ...found, stop };
}

/** A real server without anybody in it, and the one-time link with which its first administrator begins. */
export type EmptyServer = { link: string; stop: () => Promise<void> };

/** Starts the released server on an empty folder, as an administrator does. */
export async function startEmpty(): Promise<EmptyServer> {
  const { found, stop } = await start(["serve"], (line) => (URL.canParse(line) ? line : undefined));
  return { link: found, stop };
}

/** A hospital's record of made-up patients, which can go away without the hospital's own server. */
export type RecordServer = { url: string; stop: () => Promise<void> };

/** Starts a record of its own, on any free port. */
export async function startRecord(): Promise<RecordServer> {
  const child = spawn(binary(), ["ehr-sandbox", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const url = await readyLine(child, (line) => /http:\/\/\S+/.exec(line)?.[0]);
    return { url, stop: () => stop(child) };
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`the record did not start: ${error}`);
  }
}

type Started<Found> = { found: Found; stop: () => Promise<void> };

/** Starts the server on a folder of its own, and reads what it prints until that is found which tells that it is ready. */
async function start<Found>(
  [command = "", ...flags]: string[],
  find: (line: string) => Found | undefined,
): Promise<Started<Found>> {
  const data = await mkdtemp(join(tmpdir(), "patients-e2e-"));
  const child = spawn(binary(), [command, "--data", data, "--listen", "127.0.0.1:0", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  try {
    const found = await readyLine(child, find);
    return {
      found,
      stop: async () => {
        await stop(child);
        await rm(data, { recursive: true, force: true });
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    await rm(data, { recursive: true, force: true });
    throw new Error(`patients ${command} did not start: ${error}\n${log.slice(-30).join("\n")}`);
  }
}

function readDemo(line: string): Demo {
  try {
    return JSON.parse(line) as Demo;
  } catch {
    throw new Error(`it printed no JSON: ${line}`);
  }
}

function binary(): string {
  const path = process.env.PATIENTS_BIN ?? resolve(import.meta.dirname, "../../target/release/patients");
  if (!existsSync(path)) {
    throw new Error(`${path} is not there: run \`cargo xtask build\` first`);
  }
  return path;
}

function readyLine<Found>(child: ChildProcess, find: (line: string) => Found | undefined): Promise<Found> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`not ready within ${READY_WITHIN_MS} ms`)), READY_WITHIN_MS);
    child.once("error", failed);
    child.once("exit", (code, signal) => failed(new Error(`it ended with ${code ?? signal}`)));
    if (child.stdout === null) {
      failed(new Error("its output is not read"));
      return;
    }
    createInterface({ input: child.stdout }).on("line", (line) => {
      try {
        const found = find(line);
        if (found === undefined) return;
        clearTimeout(timer);
        done(found);
      } catch (error) {
        clearTimeout(timer);
        failed(error);
      }
    });
  });
}

/** A graceful stop; one that hangs is a fault of the product and fails the run. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.reject(new Error(`the server ended by itself with ${child.exitCode ?? child.signalCode}`));
  }
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      failed(new Error(`the server did not stop within ${STOPPED_WITHIN_MS} ms of SIGTERM`));
    }, STOPPED_WITHIN_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      done();
    });
    child.kill("SIGTERM");
  });
}
