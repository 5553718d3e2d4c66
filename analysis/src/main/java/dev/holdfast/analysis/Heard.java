package dev.holdfast.analysis;

import dev.holdfast.rulebook.Family;
import dev.holdfast.rulebook.Mechanism;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Which mechanisms somebody listens to: one whose rules are all off opens no body and looks into
 * none.
 */
final class Heard {
  /** What is borrowed and not given back, or used afterwards. */
  final boolean pools;

  /** What is opened and not closed. */
  final boolean resources;

  final boolean sharing;
  final boolean limits;
  final boolean dirty;
  final boolean waiting;
  final boolean untyped;
  final boolean payload;
  final boolean retention;
  final boolean threadLocals;
  final boolean inputs;
  final boolean recursion;
  final boolean serialization;
  final boolean droppedFields;
  final boolean races;
  final boolean lifespans;

  Heard(Settings settings) {
    List<Rule> borrowed = new ArrayList<>();
    List<Rule> limited = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (rule.family() == Family.POOL && rule != Rule.POOLED_OBJECT_RETURNED_DIRTY) {
        borrowed.add(rule);
      } else if (rule.mechanism() == Mechanism.LIMITS && rule != Rule.UNBOUNDED_WAIT) {
        limited.add(rule);
      }
    }
    pools = settings.isHeardOf(borrowed);
    resources =
        settings.isHeardOf(
            EnumSet.of(
                Rule.UNCLOSED_HTTP_CLIENT,
                Rule.UNCLOSED_HTTP_RESPONSE,
                Rule.UNCLOSED_RESOURCE,
                Rule.OWNER_NOT_CLOSEABLE));
    sharing =
        settings.isHeardOf(EnumSet.of(Rule.HTTP_CLIENT_PER_REQUEST, Rule.SHARED_OBJECT_PER_CALL));
    limits = settings.isHeardOf(limited);
    dirty = settings.isHeard(Rule.POOLED_OBJECT_RETURNED_DIRTY);
    waiting = settings.isHeardOf(EnumSet.of(Rule.UNBOUNDED_WAIT, Rule.DROPPED_DEADLINE));
    untyped =
        settings.isHeardOf(EnumSet.of(Rule.DEEPLY_NESTED_MAP_ACCESS, Rule.UNTYPED_JSON_BINDING));
    payload = settings.isHeard(Rule.UNTYPED_PAYLOAD);
    threadLocals = settings.isHeard(Rule.THREAD_LOCAL_NOT_REMOVED);
    retention =
        threadLocals
            || settings.isHeardOf(
                EnumSet.of(
                    Rule.EVER_GROWING_MAP, Rule.CLOSEABLES_IN_STATIC_MAP, Rule.DYNAMIC_MAP_KEY));
    inputs =
        settings.isHeardOf(
            EnumSet.of(
                Rule.UNBOUNDED_REQUEST_BODY,
                Rule.UNBOUNDED_RESPONSE_BODY,
                Rule.UNBOUNDED_DECOMPRESSION));
    recursion = settings.isHeard(Rule.UNBOUNDED_RECURSION);
    serialization = settings.isHeard(Rule.RECURSIVE_SERIALIZATION);
    droppedFields = settings.isHeard(Rule.SILENTLY_DROPPED_FIELD);
    races = settings.isHeard(Rule.UNSAFE_SHARED_MAP);
    lifespans = settings.isHeard(Rule.SHORTER_LIVED_CAPTURED);
  }

  /** The lifecycle of what has a must-call obligation. */
  boolean lifecycle() {
    return pools || resources;
  }

  /** What becomes of the objects that calls come back with. */
  boolean acquisitions() {
    return lifecycle() || dirty || sharing;
  }

  /** What stays in fields. */
  boolean fields() {
    return retention || races;
  }
}
