// Just enough of the Redis protocol for a worker or a judge, without any package. Any Redis client does the same.
import { connect } from 'node:net';

/** Connects to REDIS_URL and returns `send(command, ...arguments)`, which resolves to the answer; one command at a time. */
export function redis(url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379') {
  const { hostname, port, username, password, pathname } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port || 6379) });
  const waiting = [];
  let unread = Buffer.alloc(0);
  socket.on('data', bytes => {
    unread = Buffer.concat([unread, bytes]);
    for (let answer; (answer = read(unread, 0)); unread = unread.subarray(answer.end)) {
      const { resolve, reject } = waiting.shift();
      answer.value instanceof Error ? reject(answer.value) : resolve(answer.value);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Redis has closed the connection')));

  function fail(error) {
    for (const { reject } of waiting.splice(0)) reject(error);
  }

  const send = (...words) => new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    socket.write(`*${words.length}\r\n` + words.map(word => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`).join(''));
  });

  if (password) send('AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password)).catch(fail);
  if (pathname.length > 1) send('SELECT', pathname.slice(1)).catch(fail);
  return send;
}

/** The answer that begins at `start`, and where it ends; undefined while a part of it is missing. */
function read(bytes, start) {
  const lineEnd = bytes.indexOf('\r\n', start);
  if (lineEnd < 0) return undefined;
  const line = bytes.toString('utf8', start + 1, lineEnd);
  const next = lineEnd + 2;
  switch (String.fromCharCode(bytes[start])) {
    case '+': return { value: line, end: next };
    case '-': return { value: new Error(line), end: next };
    case ':': return { value: Number(line), end: next };
    case '$': {
      const end = next + Number(line);
      if (Number(line) < 0) return { value: null, end: next };
      return bytes.length < end + 2 ? undefined : { value: bytes.toString('utf8', next, end), end: end + 2 };
    }
    case '*': return readMany(bytes, next, Number(line));
    default: throw new Error(`Redis answers ${line}`);
  }
}

function readMany(bytes, start, count) {
  if (count < 0) return { value: null, end: start };
  const value = [];
  let end = start;
  for (let i = 0; i < count; i++) {
    const one = read(bytes, end);
    if (!one) return undefined;
    value.push(one.value);
    end = one.end;
  }
  return { value, end };
}
