package dev.holdfast.analysis.ir;

import dev.holdfast.catalog.Member;

/**
 * A method or constructor as named at a call (JLS 13.1: the owner is the type of the receiver
 * expression, erased, not the declaring class).
 *
 * @param owner binary name with dots and {@code $}; arrays are {@code java.lang.Object}
 * @param name simple name, or {@code <init>}
 * @param descriptor erased JVM descriptor, {@code (Ljava/lang/String;I)V}
 */
public record MethodRef(String owner, String name, String descriptor) {
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  public Member member() {
    return new Member(owner, name, descriptor);
  }

  public MethodRef in(String otherOwner) {
    return otherOwner.equals(owner) ? this : new MethodRef(otherOwner, name, descriptor);
  }

  /** Erased parameter types as binary names ({@code int}, {@code java.lang.String[]}). */
  public java.util.List<String> parameters() {
    return Descriptors.parameters(descriptor);
  }

  /** Erased result type as a binary name, {@code void} for none and for constructors. */
  public String result() {
    return Descriptors.result(descriptor);
  }

  /** The type of the object that a call hands over or a constructor makes, as a binary name. */
  public String made() {
    return isConstructor() ? owner : result();
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof MethodRef method
        && method.name.equals(name)
        && method.owner.equals(owner)
        && method.descriptor.equals(descriptor);
  }

  @Override
  public int hashCode() {
    return (owner.hashCode() * 31 + name.hashCode()) * 31 + descriptor.hashCode();
  }

  @Override
  public String toString() {
    return owner + "." + name + "(" + String.join(", ", parameters()) + "): " + result();
  }
}
