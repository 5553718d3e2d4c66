package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.world.ClassView;
import java.util.List;

/**
 * What a text declares.
 *
 * @param classes the classes with a header, and those that own a method or field written here
 * @param bodies the lowered methods, in the order written
 * @param release value of the {@code release} line, 17 where there is none
 */
public record IrText(List<ClassView> classes, List<Body> bodies, int release) {
  public IrText {
    classes = List.copyOf(classes);
    bodies = List.copyOf(bodies);
  }
}
