package dev.holdfast.analysis.ir;

/**
 * A field as named at an access.
 *
 * @param owner binary name of the declaring class (a witness resolves inherited fields)
 * @param name simple name
 * @param type erased type as a binary name
 * @param isStatic whether it belongs to the class
 */
public record FieldRef(String owner, String name, String type, boolean isStatic) {
  /** Whether a compiler made it, to keep what a nested class reads of the method around it. */
  public boolean isCapture() {
    return name.startsWith("val$");
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof FieldRef field
        && field.name.equals(name)
        && field.owner.equals(owner)
        && field.type.equals(type)
        && field.isStatic == isStatic;
  }

  @Override
  public int hashCode() {
    return (owner.hashCode() * 31 + name.hashCode()) * 31 + type.hashCode();
  }

  @Override
  public String toString() {
    return owner + "." + name + ": " + type;
  }
}
