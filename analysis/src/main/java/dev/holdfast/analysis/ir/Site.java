package dev.holdfast.analysis.ir;

import java.util.Objects;

/**
 * Where an op comes from. Two ops with equal sites are copies of one place in the program (the
 * copies of a {@code finally} block) and count once.
 *
 * @param handle opaque to the analysis: the javac {@code Tree} in source, a {@code (line, callee,
 *     ordinal in the run of that line)} key in bytecode; equality decides what is a copy
 * @param line 1-based source line, 0 where unknown
 * @param role what part of the handle is meant
 */
public record Site(Object handle, int line, Role role) {
  /** Why the op stands there. */
  public enum Role {
    /** Written by the programmer. */
    EXPRESSION,
    /** The close() that try-with-resources adds; the handle is the resource. */
    IMPLICIT_CLOSE,
    /** iterator(), hasNext(), next() of an enhanced for. */
    ITERATION,
    /** Anything else the compiler adds: boxing, string switch, null checks. */
    IMPLICIT
  }

  public static Site of(Object handle, int line) {
    return new Site(handle, line, Role.EXPRESSION);
  }

  public boolean isImplicit() {
    return role != Role.EXPRESSION;
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Site site
        && site.line == line
        && site.role == role
        && Objects.equals(site.handle, handle);
  }

  @Override
  public int hashCode() {
    int hash = Objects.hashCode(handle);
    hash = hash * 31 + line;
    return hash * 31 + Objects.hashCode(role);
  }
}
