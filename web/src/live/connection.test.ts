import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Connection, type ConnectionWorld } from "./connection";

class FakeSocket {
  readyState: number = WebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: unknown[] = [];

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = WebSocket.CLOSED;
  }
  opens() {
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
  }
  dies() {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.();
  }
}

let sockets: FakeSocket[];
let world: { -readonly [Key in keyof ConnectionWorld]: ConnectionWorld[Key] };
const events: string[] = [];
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", { CONNECTING: 0, OPEN: 1, CLOSED: 3 });
  sockets = [];
  events.length = 0;
  world = {
    openSocket() {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    nowMs: () => Date.now(),
    random: () => 1,
    probe: async () => "welcome",
    ping: async () => {},
  };
  connection = new Connection(world, {
    onOpen: () => events.push("open"),
    onMessage: (message) => events.push(JSON.stringify(message)),
    onUnwelcome: () => events.push("unwelcome"),
  });
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const state = () => connection.state.get().state;

test("a lost connection comes back by itself, and says since when it was lost", async () => {
  connection.connect();
  sockets[0]?.opens();
  expect(state()).toBe("open");
  await vi.advanceTimersByTimeAsync(5_000);
  const lostAt = Date.now();
  sockets[0]?.dies();
  expect(connection.state.get()).toEqual({ state: "waiting", since: lostAt });
  await vi.advanceTimersByTimeAsync(600);
  expect(connection.state.get()).toEqual({ state: "connecting", since: lostAt });
  sockets[1]?.opens();
  expect(events).toEqual(["open", "open"]);
});

test("attempts come ever more rarely, up to a limit", async () => {
  world.probe = async () => Promise.reject(new Error("no answer"));
  connection.connect();
  const at: number[] = [];
  for (let attempt = 0; attempt < 9; attempt += 1) {
    sockets.at(-1)?.dies();
    const before = Date.now();
    while (sockets.at(-1)?.readyState === WebSocket.CLOSED) await vi.advanceTimersByTimeAsync(100);
    at.push(Date.now() - before);
  }
  expect(at[0]).toBeLessThanOrEqual(600);
  expect(at.at(-1)).toBeGreaterThan(19_000);
  expect(Math.max(...at)).toBeLessThanOrEqual(20_100);
});

test("who is no longer welcome is told so, and nothing is tried any more", async () => {
  world.probe = async () => "unwelcome";
  connection.connect();
  sockets[0]?.opens();
  sockets[0]?.dies();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(events).toEqual(["open", "unwelcome"]);
  expect(sockets.length).toBe(1);
  expect(state()).toBe("closed");
});

test("a network that is back is used at once", async () => {
  world.probe = async () => Promise.reject(new Error("no answer"));
  connection.connect();
  sockets[0]?.dies();
  await vi.advanceTimersByTimeAsync(0);
  connection.connect();
  expect(sockets.length).toBe(2);
});

test("a socket that is silent is asked after; without an answer it counts as lost, with one it stays", async () => {
  connection.connect();
  sockets[0]?.opens();
  await vi.advanceTimersByTimeAsync(21_000);
  expect(state()).toBe("open");
  world.ping = async () => Promise.reject(new Error("no answer"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(state()).not.toBe("open");
});

test("what a former socket still says is not heard", async () => {
  connection.connect();
  sockets[0]?.opens();
  connection.drop();
  sockets[0]?.onmessage?.({ data: '{"late":true}' });
  expect(events).toEqual(["open"]);
});
