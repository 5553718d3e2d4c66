package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;

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

  /** Release the program is compiled for, for example 17. */
  int release();
}
