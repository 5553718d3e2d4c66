package dev.holdfast.annotations;

/** What there may be any amount of. */
public enum Load {
  /** All that the receiver, or the argument so marked, still holds: the call reads it whole. */
  READ,
  /**
   * The same, but it goes on somewhere else: harmful where it was compressed, or stays in memory.
   */
  COPY,
  /** What a client sent: the result is read from there. */
  REQUEST,
  /** What a remote server answered: the result is read from there. */
  RESPONSE,
  /** What comes out of compressed data: the result is read from there. */
  ARCHIVE,
  /** All that is written to the result: it stays in memory. */
  MEMORY,
  /** Entries that are kept until something removes them. */
  CACHE,
  /** Tasks or messages that wait to be worked on. */
  QUEUE
}
