package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Scope;
import java.util.Set;

/** The walks over a body that tell what it does; the lifecycle analysis supplies them. */
public interface Answers {
  /** Makes the walks over one body. */
  interface Factory {
    Answers over(Scope scope, Calls calls, int budget);
  }

  /** What happens to the object in an entry register. */
  Fate fate(int register);

  /** The duty that the result carries because the body acquired it, or null. */
  Acquisition fresh();

  /** The duty of the object that a constructor makes, from what its fields hold, or null. */
  Acquisition owned();

  /** Whether an unchecked exception is thrown explicitly and leaves the body. */
  Set<String> unchecked();

  /** What the boolean result says about an entry register, or null. */
  Meaning.NullTest nullTest();
}
