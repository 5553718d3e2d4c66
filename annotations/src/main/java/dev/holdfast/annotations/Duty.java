package dev.holdfast.annotations;

/** What kind of duty {@link Acquires} starts. */
public enum Duty {
  /** Any other resource that must be closed. */
  RESOURCE,
  /** A client that keeps threads or connections until it is closed. */
  HTTP_CLIENT,
  /** A response or response body that keeps a connection until it is closed or consumed. */
  HTTP_RESPONSE,
  /** On a parameter: the duty that this argument carries. */
  CARRIED,
  /** None: a stand-in for the real thing, of which nothing that is asked owes anything either. */
  NOTHING
}
