package dev.holdfast.analysis.lifecycle;

/**
 * A place outside the scope from which the tracked object can be reached.
 *
 * @param route how it got there
 * @param place field or container it stands in, "" for the others; a later write there takes it
 *     back
 * @param op index of the op that did it
 */
record Mark(Route route, String place, int op) {
  /** Place of what is returned where it only may be a part of the object. */
  static final String PART = "part";

  /** Whether it stands in a field of the object that the body belongs to. */
  boolean isFieldOfReceiver() {
    return route == Route.FIELD && place.startsWith("[p0].");
  }

  boolean isThread() {
    return route == Route.THREAD;
  }

  /** Name of the field it stands in, by this mark. */
  String field() {
    return place.substring(place.lastIndexOf('.') + 1);
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Mark mark
        && mark.op == op
        && mark.route == route
        && mark.place.equals(place);
  }

  @Override
  public int hashCode() {
    int hash = route.hashCode();
    hash = hash * 31 + place.hashCode();
    return hash * 31 + op;
  }

  /** How an object leaves its scope. */
  enum Route {
    RETURNED,
    FIELD,
    CONTAINER,
    HANDED_ON,
    THREAD
  }
}
