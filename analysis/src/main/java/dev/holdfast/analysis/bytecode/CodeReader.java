package dev.holdfast.analysis.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Reads the code of chosen methods of a class file, keeping bytecode offsets. */
final class CodeReader extends ClassReader {
  private static final int UTF8 = 1;
  private static final String ANNOTATIONS = "Annotations";

  private int[] offsets = new int[64];
  private int count;

  CodeReader(byte[] file) {
    super(ClassOutline.checked(file));
  }

  /** Whether the class file has an attribute for annotations; read off its constants alone. */
  boolean mentionsAnnotations() {
    for (int i = 1; i < getItemCount(); i++) {
      int item = getItem(i);
      if (item > 0
          && readByte(item - 1) == UTF8
          && isAnnotations(item + 2, readUnsignedShort(item))) {
        return true;
      }
    }
    return false;
  }

  /** {@code RuntimeVisibleAnnotations}, {@code RuntimeInvisibleTypeAnnotations} and their like. */
  private boolean isAnnotations(int start, int length) {
    return length >= ANNOTATIONS.length()
        && readByte(start) == 'R'
        && endsWith(start + length - ANNOTATIONS.length(), ANNOTATIONS);
  }

  private boolean endsWith(int start, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (readByte(start + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A method with code, or why it has none to offer. */
  record Read(MethodNode method, Code code, String problem) {}

  /** Methods with code whose name and descriptor are wanted. */
  List<Read> read(BiPredicate<String, String> wanted) {
    String owner = getClassName().replace('/', '.');
    List<Read> found = new ArrayList<>();
    accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0
                || !wanted.test(name, descriptor)) {
              return null;
            }
            count = 0;
            return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
              @Override
              public void visitEnd() {
                // Files that only declare, such as the compiler's own of older releases, have none.
                if (instructions.size() > 0) {
                  found.add(finish(owner, this));
                }
              }
            };
          }
        },
        SKIP_FRAMES);
    return found;
  }

  /** Counts instructions anew, from the first of a method on. */
  void startCounting() {
    count = 0;
  }

  /** How many instructions the method being visited had so far, this one included. */
  int instructions() {
    return count;
  }

  private Read finish(String owner, MethodNode method) {
    try {
      return new Read(method, new Code(owner, method, Arrays.copyOf(offsets, count)), null);
    } catch (Unlowerable e) {
      return new Read(method, null, e.getMessage());
    }
  }

  @Override
  protected void readBytecodeInstructionOffset(int offset) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    offsets[count++] = offset;
  }
}
