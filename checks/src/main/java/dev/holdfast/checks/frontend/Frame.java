package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Type;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something around the current point that an exception or a jump out meets. */
abstract sealed class Frame {
  final Frame outer;
  private List<Type> caught;

  private Frame(Frame outer) {
    this.outer = outer;
  }

  /** All types that some catch clause here or further out names, inner ones first. */
  static List<Type> caught(Frame frame) {
    if (frame == null) {
      return List.of();
    }
    if (frame.caught == null) {
      List<Type> outer = caught(frame.outer);
      if (frame instanceof Catches catches) {
        List<Type> all = new ArrayList<>();
        catches.handlers.forEach(handler -> all.addAll(handler.types));
        all.addAll(outer);
        frame.caught = all;
      } else {
        frame.caught = outer;
      }
    }
    return frame.caught;
  }

  /** A place to jump to; everything between here and {@code frame} is left by the jump. */
  record Exit(Flow.Node node, Frame frame) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** One catch clause: the types it names, where it starts, and what came in so far. */
  static final class Handler {
    final List<Type> types;
    final boolean takesAll;
    final Flow.Node start;
    final Map<String, Flight> entered = new LinkedHashMap<>();

    /**
     * @param takesAll whether nothing goes past it: it catches Throwable
     */
    Handler(List<Type> types, boolean takesAll, Flow.Node start) {
      this.types = types;
      this.takesAll = takesAll;
      this.start = start;
    }
  }

  /** The catch clauses of a try statement, in order. */
  static final class Catches extends Frame {
    final List<Handler> handlers;

    Catches(Frame outer, List<Handler> handlers) {
      super(outer);
      this.handlers = handlers;
    }
  }

  /** Hands every exception to one node, whatever its type. */
  static final class Swallow extends Frame {
    final Flow.Node start;

    Swallow(Frame outer, Flow.Node start) {
      super(outer);
      this.start = start;
    }
  }

  /** What runs on every way out: {@code finally}, the close of a resource, the end of a lock. */
  static final class Cleanup extends Frame {
    /** Lowers one copy of what runs. */
    interface Copy {
      /**
       * @param rethrow for the exceptional copy the node that throws on, else null
       */
      void lower(Flow.Node rethrow);
    }

    final Copy copy;
    final Site site;
    final Map<Exit, Flow.Node> copies = new IdentityHashMap<>();
    final Map<String, Flight> entered = new LinkedHashMap<>();
    Flow.Node exceptional;

    Cleanup(Frame outer, Copy copy, Site site) {
      super(outer);
      this.copy = copy;
      this.site = site;
    }
  }

  /**
   * An exception on its way out.
   *
   * @param declared whether the callee's throws clause names it or it is thrown explicitly
   */
  record Flight(Type type, boolean declared) {
    Flight or(Flight other) {
      return declared ? this : other;
    }
  }
}
