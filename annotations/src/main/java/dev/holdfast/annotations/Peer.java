package dev.holdfast.annotations;

/** Whom an object may wait for. */
public enum Peer {
  HTTP,
  SOCKET,
  /** Clients that connect to a server made here. */
  SERVER,
  DATABASE,
  RPC,
  POOL,
  THREAD,
  /** Others who hold the receiver: who comes back from the call holds it until it is released. */
  LOCK
}
