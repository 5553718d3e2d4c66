package dev.holdfast.annotations;

/** What there may be any amount of. */
public enum Load {
  /** All that the receiver, or the argument so marked, still holds: the call reads it whole. */
  READ,
  /** What a client sent: the result is read from there. */
  REQUEST,
  /** What a remote server answered: the result is read from there. */
  RESPONSE,
  /** What comes out of compressed data: the result is read from there. */
  ARCHIVE,
  /** Entries that are kept until something removes them. */
  CACHE,
  /** Tasks or messages that wait to be worked on. */
  QUEUE
}
