package dev.holdfast.analysis.bytecode;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of itself before anyone analyses it.
 *
 * @param name binary name
 * @param release what it was compiled for
 * @param sourceFile name of the file it was compiled from, or null where the compiler left it out
 * @param callees how many methods it calls of each class, by binary name
 */
public record ClassOutline(
    String name, int release, String sourceFile, Map<String, Integer> callees) {
  private static final byte[] MAGIC = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};
  private static final int MAJOR = 6;
  private static final int MAJOR_OF_ZERO = 44;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final String TOO_NEW = "Unsupported class file major version ";

  /** Reads a class file; what it throws is {@link #problem explained} in a few words. */
  public static ClassOutline of(byte[] file) {
    ClassReader reader = new ClassReader(checked(file));
    String[] source = {null};
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visitSource(String name, String debug) {
            source[0] = name;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    int release = reader.readUnsignedShort(MAJOR) - MAJOR_OF_ZERO;
    return new ClassOutline(
        reader.getClassName().replace('/', '.'), release, source[0], callees(reader));
  }

  private static Map<String, Integer> callees(ClassReader file) {
    Map<String, Integer> callees = new LinkedHashMap<>();
    char[] buffer = new char[file.getMaxStringLength()];
    for (int i = 1; i < file.getItemCount(); i++) {
      int item = file.getItem(i);
      int tag = item == 0 ? 0 : file.readByte(item - 1);
      if (tag == METHOD || tag == INTERFACE_METHOD) {
        String owner = file.readClass(item, buffer);
        if (owner != null && !owner.startsWith("[")) {
          callees.merge(owner.replace('/', '.'), 1, Integer::sum);
        }
      }
    }
    return callees;
  }

  /** The same bytes, which begin as those of a class file do. */
  static byte[] checked(byte[] file) {
    if (!Arrays.equals(MAGIC, 0, MAGIC.length, file, 0, Math.min(MAGIC.length, file.length))) {
      throw new IllegalArgumentException("no class file");
    }
    return file;
  }

  /** Why a class file could not be read. */
  public static String problem(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof IllegalArgumentException && message.startsWith(TOO_NEW)) {
      int release = Integer.parseInt(message.substring(TOO_NEW.length())) - MAJOR_OF_ZERO;
      return "compiled for Java " + release + ", newer than known";
    }
    return "broken class file";
  }
}
