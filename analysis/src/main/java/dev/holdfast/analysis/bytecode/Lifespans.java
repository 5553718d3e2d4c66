package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Tells by its headers whether a class may keep objects that live shorter than its own. */
final class Lifespans {
  private static final int FIELD = 9;

  private Lifespans() {}

  /** Whether a field is filled with such an object, or a method gets one. */
  static boolean matter(CodeReader file, OpeningMethods openings) {
    if (!openings.judgesLifespans() || !file.mentionsAnnotations() && !names(file, openings)) {
      return false;
    }
    String owner = file.getClassName();
    boolean[] found = new boolean[1];
    file.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            found[0] |= openings.captures(field(owner, access, name, descriptor));
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            found[0] |= openings.captures(new MethodRef(owner.replace('/', '.'), name, descriptor));
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  /** A field declared in a class of this internal name. */
  static FieldRef field(String owner, int access, String name, String descriptor) {
    boolean ofClass = (access & Opcodes.ACC_STATIC) != 0;
    String type = descriptor.startsWith("L") ? Descriptors.typeName(descriptor) : "";
    return new FieldRef(owner.replace('/', '.'), name, type, ofClass);
  }

  /** Whether it names a field of a type whose objects live short. */
  private static boolean names(CodeReader file, OpeningMethods openings) {
    char[] buffer = new char[file.getMaxStringLength()];
    for (int i = 1; i < file.getItemCount(); i++) {
      int item = file.getItem(i);
      if (item != 0 && file.readByte(item - 1) == FIELD) {
        int nameAndType = file.getItem(file.readUnsignedShort(item + 2));
        String type = file.readUTF8(nameAndType + 2, buffer);
        if (type.startsWith("L") && openings.isShortLived(Descriptors.typeName(type))) {
          return true;
        }
      }
    }
    return false;
  }
}
