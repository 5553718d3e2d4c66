package dev.holdfast.cases.stubs;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Member;

/** What the built-in stubs state about a member that a test names by real types. */
final class Stated {
  private static final Catalog CATALOG = Catalog.builtIn();

  private Stated() {}

  static Member member(String type, String name, Class<?>... parameters) {
    StringBuilder descriptor = new StringBuilder("(");
    for (Class<?> parameter : parameters) {
      descriptor.append(parameter.descriptorString());
    }
    return new Member(type, name, descriptor.append(")V").toString());
  }

  static Contract contract(Member member) {
    return contract(member, ReflectedProgram.current());
  }

  /** With other versions of the libraries than those on the class path. */
  static Contract contract(Member member, ReflectedProgram program) {
    return CATALOG.contract(member, program);
  }
}
