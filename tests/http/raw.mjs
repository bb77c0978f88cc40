// Bytes over a socket, and the answers that come back.
import net from "node:net";

/** Send `bytes` and gather what comes until the other side closes or nothing
 * has come for `patience` ms. Answers { text, closed, answers: [status] }. */
export function raw(server, bytes, { patience = 5000 } = {}) {
  const { hostname, port } = new URL(server.origin);
  return new Promise((done) => {
    const socket = net.connect(Number(port), hostname);
    const parts = [];
    let timer;
    const end = (closed) => {
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(parts).toString("latin1");
      done({ text, closed, answers: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)) });
    };
    const wait = () => { clearTimeout(timer); timer = setTimeout(() => end(false), patience); };
    socket.on("connect", () => { socket.write(Buffer.from(bytes, "latin1")); wait(); });
    socket.on("data", (part) => { parts.push(part); wait(); });
    socket.on("close", () => end(true));
    socket.on("error", () => end(true));
  });
}

/** A whole request; `head` is lines, Host is put in unless one of them has it. */
export function message(line, head = [], body = "") {
  const lines = head.some((one) => /^host/i.test(one)) ? head : ["Host: 127.0.0.1", ...head];
  return `${[line, ...lines].join("\r\n")}\r\n\r\n${body}`;
}
