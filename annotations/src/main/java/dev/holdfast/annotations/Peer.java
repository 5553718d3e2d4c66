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
  THREAD
}
