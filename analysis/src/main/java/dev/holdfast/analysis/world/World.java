package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.List;

/** The program around the method under analysis, as one engine sees it. */
public interface World {
  /** The class of this binary name, or null where the class path does not have it. */
  ClassView find(String name);

  /**
   * The lowered body of exactly this method, declared in {@code method.owner()}; null where there
   * is none (abstract, native), it is not found, cannot be lowered, or has more than {@code maxOps}
   * instructions. Lambda bodies that a {@code Closure} op names are found here too.
   */
  Body body(MethodRef method, int maxOps);

  /**
   * Binary names of the classes in a package, nested, local and anonymous ones included, as far as
   * the engine can list them; null where it cannot.
   */
  default List<String> classesIn(String packageName) {
    return null;
  }

  /** Release the program is compiled for, for example 17. */
  int release();
}
