package dev.holdfast.checks.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.OpeningEvents;
import dev.holdfast.analysis.ir.Body;
import java.util.Collections;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the bodies of a compilation unit that are worth analysing, and lowers only those. */
public final class SourceBodies {
  private final JavacWorld world;
  private final OpeningCalls openings;
  private final KeepingFields fields;
  private int seen;
  private int lowered;
  private int givenUp;

  public SourceBodies(Context context, OpeningEvents events) {
    this.world = JavacWorld.instance(context);
    this.openings = new OpeningCalls(world.sources, events, world.lowering()::giveUp);
    this.fields = new KeepingFields(world.sources.naming, events::mayKeep);
  }

  /** Hands out every body that holds an opening event, with the tree it stands in. */
  public void forEach(CompilationUnitTree unit, BiConsumer<Tree, Body> consumer) {
    BodyScanner scanner = new BodyScanner(this, consumer);
    scanner.scan(((JCCompilationUnit) unit).defs);
  }

  JavacWorld world() {
    return world;
  }

  OpeningCalls openings() {
    return openings;
  }

  KeepingFields fields() {
    return fields;
  }

  void see() {
    seen++;
  }

  void handOut(Tree tree, Body body, BiConsumer<Tree, Body> consumer) {
    if (body == null) {
      givenUp++;
    } else {
      lowered++;
      consumer.accept(tree, body);
    }
  }

  /** Methods, constructors, lambdas and initialisers met so far. */
  public int seen() {
    return seen;
  }

  /** Those of them that hold an opening event and were lowered. */
  public int lowered() {
    return lowered;
  }

  /** Those that hold one and could not be lowered. */
  public int givenUp() {
    return givenUp;
  }

  /** Why bodies (of callees too) were given up, and how many for each reason. */
  public Map<String, Integer> reasons() {
    return Map.copyOf(world.lowering().reasons());
  }

  /** Defects of our own, each with the place that showed it first. */
  public Map<String, String> defects() {
    return Collections.unmodifiableMap(world.lowering().defects());
  }
}
