package dev.holdfast.annotations;

/** Who gets what is handed over. */
public enum Recipient {
  /** A new owner, who answers for it from now on. */
  OWNER,
  /** Another thread, where it runs or lives on. */
  THREAD,
  /** The receiver, from which it can be reached afterwards. */
  CONTAINER,
  /** The running thread, which keeps it until it is taken away again. */
  THREAD_LOCAL
}
