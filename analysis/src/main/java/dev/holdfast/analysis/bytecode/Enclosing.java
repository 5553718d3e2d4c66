package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Where the source declares a class.
 *
 * @param type binary name of the class around it, or null for a top-level class
 * @param method the method around a local or anonymous class, or null
 */
record Enclosing(String type, MethodRef method) {
  private static final Enclosing NONE = new Enclosing(null, null);

  /** Of a class file that may be null, which encloses nothing. */
  static Enclosing of(ClassReader file) {
    if (file == null) {
      return NONE;
    }
    Reader reader = new Reader(file.getClassName());
    file.accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.found;
  }

  private static final class Reader extends ClassVisitor {
    private final String name;
    private Enclosing found = NONE;

    Reader(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    @Override
    public void visitOuterClass(String owner, String method, String descriptor) {
      String type = owner.replace('/', '.');
      found = new Enclosing(type, method == null ? null : new MethodRef(type, method, descriptor));
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int access) {
      if (inner.equals(name) && outer != null) {
        found = new Enclosing(outer.replace('/', '.'), null);
      }
    }
  }
}
