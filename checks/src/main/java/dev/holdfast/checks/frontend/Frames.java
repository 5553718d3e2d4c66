package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.checks.frontend.Frame.Catches;
import dev.holdfast.checks.frontend.Frame.Cleanup;
import dev.holdfast.checks.frontend.Frame.Exit;
import dev.holdfast.checks.frontend.Frame.Flight;
import dev.holdfast.checks.frontend.Frame.Handler;
import dev.holdfast.checks.frontend.Frame.Swallow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routes jumps and exceptions out through the statements around the current point. */
final class Frames {
  private static final String THROWABLE = "java.lang.Throwable";

  private final Flow flow;
  private final Naming naming;
  private final Types types;
  private final Symtab symtab;
  private Frame current;

  Frames(Flow flow, Naming naming) {
    this.flow = flow;
    this.naming = naming;
    this.types = naming.types;
    this.symtab = naming.symtab;
  }

  Frame current() {
    return current;
  }

  void push(Frame frame) {
    current = frame;
  }

  void pop() {
    current = current.outer;
  }

  Exit exit(Flow.Node node) {
    return new Exit(node, current);
  }

  /** Jumps, through the copies of everything that runs on the way. */
  void leave(Exit exit) {
    if (!flow.alive()) {
      return;
    }
    for (Frame frame = current; frame != exit.frame(); frame = frame.outer) {
      if (frame instanceof Cleanup cleanup) {
        through(cleanup, exit);
        return;
      }
    }
    flow.go(exit.node());
  }

  private void through(Cleanup cleanup, Exit exit) {
    Flow.Node copy = cleanup.copies.get(exit);
    if (copy != null) {
      flow.go(copy);
      return;
    }
    copy = flow.node();
    cleanup.copies.put(exit, copy);
    flow.go(copy);
    flow.start(copy);
    Frame inside = current;
    current = cleanup.outer;
    cleanup.copy.lower(null);
    leave(exit);
    current = inside;
  }

  /** Lowers the copy for exceptions once all that is inside the frame is lowered and left. */
  void exceptional(Cleanup cleanup) {
    if (cleanup.exceptional == null) {
      return;
    }
    Flow.Node after = flow.current();
    flow.start(cleanup.exceptional);
    int flight = flow.temporary(THROWABLE);
    flow.emit(new Op.Caught(flight, THROWABLE, cleanup.site));
    Flow.Node rethrow = flow.node();
    cleanup.copy.lower(rethrow);
    if (flow.alive()) {
      flow.go(rethrow);
    }
    flow.start(rethrow);
    flow.emit(new Op.Throw(flight, cleanup.site));
    rethrow(cleanup.entered);
    flow.resume(after);
  }

  /** Ends the block after an op that may raise; the next op stands in a new block. */
  void raise(List<Type> declared) {
    if (!flow.alive()) {
      return;
    }
    Flow.Node next = flow.node();
    flow.also(next);
    Map<String, Flight> raised = new LinkedHashMap<>();
    for (Type type : declared) {
      spread(types.erasure(type), true, raised);
    }
    spread(symtab.runtimeExceptionType, false, raised);
    raised.forEach((name, flight) -> route(name, flight, Edge.Kind.RAISE));
    flow.start(next);
  }

  /**
   * Adds the edges of a throw statement and ends its block.
   *
   * @param exact whether the object thrown is of just this type
   */
  void raiseThrown(Type type, boolean exact) {
    Map<String, Flight> raised = new LinkedHashMap<>();
    if (exact) {
      raised.put(naming.erased(type), new Flight(types.erasure(type), true));
    } else {
      spread(types.erasure(type), true, raised);
    }
    raised.forEach((name, flight) -> route(name, flight, Edge.Kind.RAISE));
    flow.end();
  }

  /** Adds the edges by which what came in goes on, and ends the block. */
  void rethrow(Map<String, Flight> entered) {
    entered.forEach((name, flight) -> route(name, flight, Edge.Kind.RETHROW));
    flow.end();
  }

  /** A type, and each of its subtypes that some catch clause around waits for. */
  private void spread(Type type, boolean declared, Map<String, Flight> raised) {
    for (Type caught : Frame.caught(current)) {
      if (types.isSubtype(caught, type)) {
        raised.merge(naming.erased(caught), new Flight(caught, declared), Flight::or);
      }
    }
    raised.merge(naming.erased(type), new Flight(type, declared), Flight::or);
  }

  private void route(String name, Flight flight, Edge.Kind kind) {
    flow.way(kind, target(name, flight), name, flight.declared(), null);
  }

  /** The first node on the way out that takes the exception. */
  private Flow.Node target(String name, Flight flight) {
    for (Frame frame = current; frame != null; frame = frame.outer) {
      if (frame instanceof Cleanup cleanup) {
        if (cleanup.exceptional == null) {
          cleanup.exceptional = flow.node();
        }
        cleanup.entered.merge(name, flight, Flight::or);
        return cleanup.exceptional;
      }
      if (frame instanceof Swallow swallow) {
        return swallow.start;
      }
      if (frame instanceof Catches catches) {
        for (Handler handler : catches.handlers) {
          if (isCaught(handler, flight.type())) {
            handler.entered.merge(name, flight, Flight::or);
            return handler.start;
          }
        }
      }
    }
    return flow.thrown;
  }

  private boolean isCaught(Handler handler, Type type) {
    for (Type caught : handler.types) {
      if (types.isSubtype(type, caught)) {
        return true;
      }
    }
    return false;
  }
}
