package dev.holdfast.annotations;

/** What can be waited for, and therefore bounded. */
public enum Limit {
  /** Establishing the connection, TLS handshake included. */
  CONNECT,
  /** The next bytes of a response, or the response as a whole. */
  READ,
  /** Sending. */
  WRITE,
  /** A whole call from start to end: covers connect, read and write. */
  CALL,
  /** Getting something out of a pool. */
  BORROW,
  /** How long something may lie unused before it is closed. */
  IDLE,
  /** How many unused ones are kept. */
  IDLE_COUNT,
  /** A database statement. */
  QUERY,
  /** Waiting on another thread. */
  WAIT,
  /** How many entries or how much weight is kept. */
  SIZE,
  /** How long an entry is kept. */
  AGE,
  /** How deep nested input may be, or how often it may refer back. */
  DEPTH,
  /** How long input, or a part of it, may be. */
  LENGTH,
  /** Every limit that the argument carries. */
  CARRIED
}
