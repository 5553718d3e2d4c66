package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a body calls for an object, read off its instructions: lowering costs many times that. */
final class CalledMethods extends ClassVisitor {
  private final String name;
  private final String descriptor;
  private final List<MethodRef> found = new ArrayList<>();

  private CalledMethods(MethodRef method) {
    super(Opcodes.ASM9);
    this.name = method.name();
    this.descriptor = method.descriptor();
  }

  /** The constructors, and the methods that return an object. */
  static List<MethodRef> in(ClassReader file, MethodRef method) {
    CalledMethods reader = new CalledMethods(method);
    file.accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.found;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String declared, String type, String signature, String[] exceptions) {
    if (!declared.equals(name) || !type.equals(descriptor)) {
      return null;
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String calledType, boolean isInterface) {
        if (!Wellformed.method(called, calledType)) {
          return; // forged: whoever lowers the body notes it
        }
        char result = calledType.charAt(calledType.indexOf(')') + 1);
        if (!owner.startsWith("[") && (result == 'L' || result == '[' || called.equals("<init>"))) {
          found.add(new MethodRef(owner.replace('/', '.'), called, calledType));
        }
      }
    };
  }
}
