package dev.holdfast.rulebook;

import static dev.holdfast.rulebook.Family.INPUT;
import static dev.holdfast.rulebook.Family.NESTED_MAP;
import static dev.holdfast.rulebook.Family.POOL;
import static dev.holdfast.rulebook.Family.RETAINED;
import static dev.holdfast.rulebook.Family.TIMEOUT;
import static dev.holdfast.rulebook.Family.UNCLOSED;
import static dev.holdfast.rulebook.Level.ERROR;
import static dev.holdfast.rulebook.Level.SUGGESTION;
import static dev.holdfast.rulebook.Level.WARNING;
import static dev.holdfast.rulebook.Mechanism.ESCAPE;
import static dev.holdfast.rulebook.Mechanism.LIFECYCLE;
import static dev.holdfast.rulebook.Mechanism.LIMITS;
import static dev.holdfast.rulebook.Mechanism.RETENTION;

import java.util.List;
import java.util.Optional;

/**
 * The rulebook: one row a rule. The name of a rule is the defect; suppression name, SpotBugs type,
 * docs page and marker in the test cases all derive from it.
 */
public enum Rule {
  DEEPLY_NESTED_MAP_ACCESS(
      NESTED_MAP,
      WARNING,
      Mechanism.UNTYPED,
      "A value is dug out of untyped maps more than two levels deep",
      704),
  UNTYPED_JSON_BINDING(
      NESTED_MAP,
      WARNING,
      Mechanism.UNTYPED,
      "JSON is bound to an untyped map or object and then read by constant keys",
      704),
  DYNAMIC_MAP_KEY(
      NESTED_MAP,
      WARNING,
      RETENTION,
      "A key put together from what comes in stays in a map for good",
      401,
      770),
  UNTYPED_PAYLOAD(
      NESTED_MAP,
      SUGGESTION,
      Mechanism.UNTYPED,
      "A method returns a map of objects that always has the same keys",
      704),
  SILENTLY_DROPPED_FIELD(
      NESTED_MAP,
      SUGGESTION,
      Mechanism.STRUCTURE,
      "A field that somebody fills is missing in what is serialised",
      704),
  UNCLOSED_HTTP_CLIENT(
      UNCLOSED, ERROR, LIFECYCLE, "An HTTP client is not closed on some path", 772, 775),
  UNCLOSED_HTTP_RESPONSE(
      UNCLOSED,
      ERROR,
      LIFECYCLE,
      "An HTTP response or its body is neither closed nor consumed on some path",
      772,
      775),
  UNCLOSED_RESOURCE(
      UNCLOSED,
      WARNING,
      LIFECYCLE,
      "A file, socket, statement, executor or other resource is not closed on some path",
      772,
      775),
  HTTP_CLIENT_PER_REQUEST(
      UNCLOSED,
      WARNING,
      Mechanism.STRUCTURE,
      "A client that could serve everybody is made anew for each request",
      772,
      1072),
  OWNER_NOT_CLOSEABLE(
      UNCLOSED,
      SUGGESTION,
      LIFECYCLE,
      "A class opens a resource for a field and offers nobody a way to close it",
      772),
  UNBOUNDED_IDLE_CONNECTIONS(
      UNCLOSED, WARNING, LIMITS, "A pool keeps idle connections without a limit", 772),
  MISSING_HTTP_TIMEOUT(TIMEOUT, WARNING, LIMITS, "An HTTP exchange can wait for ever", 1088),
  TIMEOUT_DISABLED(
      TIMEOUT, WARNING, LIMITS, "A timeout is set to a value that means for ever", 1088),
  MISSING_SERVER_TIMEOUT(
      TIMEOUT, WARNING, LIMITS, "A client can hold a connection of the server for ever", 1088),
  MISSING_SOCKET_TIMEOUT(TIMEOUT, WARNING, LIMITS, "A socket can wait for ever", 1088),
  MISSING_QUERY_TIMEOUT(
      TIMEOUT, WARNING, LIMITS, "A database statement or a login can wait for ever", 1088),
  MISSING_RPC_DEADLINE(TIMEOUT, WARNING, LIMITS, "A remote call has no deadline", 1088),
  UNBOUNDED_POOL_WAIT(TIMEOUT, WARNING, LIMITS, "Borrowing from a pool can wait for ever", 1088),
  UNBOUNDED_WAIT(TIMEOUT, WARNING, LIMITS, "A thread waits for another one without a limit", 1088),
  DROPPED_DEADLINE(
      TIMEOUT, WARNING, LIMITS, "A limit that is at hand does not reach what waits", 1088),
  POOLED_OBJECT_NOT_RETURNED(
      POOL, ERROR, LIFECYCLE, "A borrowed object is not given back on some path", 772),
  POOLED_OBJECT_ESCAPES(
      POOL, WARNING, ESCAPE, "A borrowed object stays reachable after it was given back", 416),
  POOLED_OBJECT_USED_AFTER_RETURN(
      POOL, ERROR, LIFECYCLE, "A borrowed object is used after it was given back", 416),
  POOLED_OBJECT_RETURNED_TWICE(
      POOL, ERROR, LIFECYCLE, "A borrowed object is given back twice", 415),
  POOLED_OBJECT_RETURNED_DIRTY(
      POOL,
      WARNING,
      LIFECYCLE,
      "A pooled object goes back with what its last user left in it",
      226),
  FOREIGN_OBJECT_RETURNED(
      POOL, WARNING, LIFECYCLE, "An object is given to a pool that it did not come from", 763),
  EVER_GROWING_MAP(
      RETAINED,
      WARNING,
      RETENTION,
      "A collection that lives as long as the process grows with what comes in and never shrinks",
      401,
      770),
  CLOSEABLES_IN_STATIC_MAP(
      RETAINED,
      WARNING,
      RETENTION,
      "A collection that lives as long as the process keeps what must be closed, and nobody closes"
          + " it",
      401,
      772),
  THREAD_LOCAL_NOT_REMOVED(
      RETAINED,
      WARNING,
      RETENTION,
      "What a request brought stays with the thread that served it",
      401,
      226),
  UNSAFE_SHARED_MAP(
      RETAINED,
      WARNING,
      ESCAPE,
      "A collection that is not made for it is used by two threads at once",
      362,
      567),
  SHORTER_LIVED_CAPTURED(
      RETAINED,
      SUGGESTION,
      ESCAPE,
      "An object that serves everybody keeps one that was made for a request or a single use",
      488),
  UNBOUNDED_CACHE(RETAINED, WARNING, LIMITS, "A cache keeps all that it ever got", 401, 770),
  UNBOUNDED_EXECUTOR_QUEUE(
      RETAINED, SUGGESTION, LIMITS, "An executor lets any number of tasks wait", 770),
  UNBOUNDED_REQUEST_BODY(
      INPUT,
      WARNING,
      Mechanism.INPUT,
      "A whole request body is read into memory without a limit",
      770),
  UNBOUNDED_RESPONSE_BODY(
      INPUT,
      SUGGESTION,
      Mechanism.INPUT,
      "A whole remote response is read into memory without a limit",
      770),
  UNBOUNDED_DECOMPRESSION(
      INPUT,
      WARNING,
      Mechanism.INPUT,
      "An archive is unpacked without a limit on what comes out of it",
      409),
  JSON_LIMITS_DISABLED(
      INPUT, WARNING, LIMITS, "A parser's limits on its input are lifted", 770, 674),
  RECURSIVE_SERIALIZATION(
      INPUT,
      ERROR,
      Mechanism.STRUCTURE,
      "An object is serialised that leads back to itself, until the stack is full",
      674),
  UNBOUNDED_RECURSION(
      INPUT,
      WARNING,
      Mechanism.STRUCTURE,
      "A method calls itself on failure or for nested input, and nothing ends it",
      674),
  SHARED_OBJECT_PER_CALL(
      INPUT,
      SUGGESTION,
      Mechanism.STRUCTURE,
      "An object that is dear to make and safe to share is made anew for each call",
      1176);

  private final Family family;
  private final Level level;
  private final Mechanism mechanism;
  private final String summary;
  private final List<Integer> cwes;

  Rule(Family family, Level level, Mechanism mechanism, String summary, Integer... cwes) {
    this.family = family;
    this.level = level;
    this.mechanism = mechanism;
    this.summary = summary;
    this.cwes = List.of(cwes);
  }

  public Family family() {
    return family;
  }

  /** Level of a definite finding on a normal path; single findings may be milder. */
  public Level level() {
    return level;
  }

  public Mechanism mechanism() {
    return mechanism;
  }

  /** One sentence without a full stop; the first sentence of the rule's page. */
  public String summary() {
    return summary;
  }

  /** Common Weakness Enumeration numbers. */
  public List<Integer> cwes() {
    return cwes;
  }

  /** The user-visible name, for example {@code UnclosedHttpClient}. */
  public String ruleName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  /** The SpotBugs bug type, for example {@code HF_UNCLOSED_HTTP_CLIENT}. */
  public String spotbugsType() {
    return "HF_" + name();
  }

  /** Path of the rule's page in this repository. */
  public String page() {
    return "docs/rules/" + ruleName() + ".md";
  }

  public static Optional<Rule> named(String ruleName) {
    for (Rule rule : values()) {
      if (rule.ruleName().equals(ruleName)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
