package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the bodies of a class file that hold an opening event: first by its constant pool, which
 * most classes do not get past, then by their instructions; nothing is lowered for it.
 */
final class OpeningScan extends ClassVisitor {
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final CodeReader file;
  private final OpeningMethods openings;
  private final Set<String> opening = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, String> writtenIn = new HashMap<>();

  /** Bodies that open if the class puts something into a collection. */
  private final Set<String> handing = new HashSet<>();

  /** Whether it does. */
  private boolean filling;

  /** Whether a container puts something into a field that lives shorter than its owner. */
  private boolean injects;

  private String owner;

  private OpeningScan(CodeReader file, OpeningMethods openings) {
    super(Opcodes.ASM9);
    this.file = file;
    this.openings = openings;
  }

  /** The scan of a class file, or null where no body of it opens. */
  static OpeningScan of(CodeReader file, OpeningMethods openings) {
    if (!mayOpen(file, openings)) {
      return null;
    }
    OpeningScan scan = new OpeningScan(file, openings);
    file.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    scan.openHanding();
    scan.openAround();
    return scan.opening.isEmpty() ? null : scan;
  }

  private static boolean mayOpen(CodeReader file, OpeningMethods openings) {
    char[] buffer = new char[file.getMaxStringLength()];
    boolean fills = false;
    boolean hands = false;
    for (int i = 1; i < file.getItemCount(); i++) {
      int item = file.getItem(i);
      int tag = item == 0 ? 0 : file.readByte(item - 1);
      if (tag == METHOD || tag == INTERFACE_METHOD) {
        int nameAndType = file.getItem(file.readUnsignedShort(item + 2));
        String name = file.readUTF8(nameAndType, buffer);
        String descriptor = file.readUTF8(nameAndType + 2, buffer);
        MethodRef called = method(file.readClass(item, buffer), name, descriptor);
        Opening opening = openings.opening(called);
        fills |= opening == Opening.IF_KEPT;
        hands |= opening == Opening.IF_FILLED;
        boolean decided = opening != Opening.IF_KEPT && opening != Opening.IF_FILLED;
        if (opening != Opening.NEVER && decided || isOwn(file, called)) {
          return true;
        }
      }
    }
    return fills && hands
        || fills && readsKept(file, openings, buffer)
        || takesDuty(file, openings)
        || fills && returnsPayload(file, openings)
        || Lifespans.matter(file, openings);
  }

  /** Whether a method declared here may build the map of objects that it returns. */
  private static boolean returnsPayload(ClassReader file, OpeningMethods openings) {
    boolean[] found = new boolean[1];
    file.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            found[0] |=
                signature != null
                    && openings.returnsPayload(method(file.getClassName(), name, descriptor));
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  /** Whether the class names a field that may keep what is put into it. */
  private static boolean readsKept(ClassReader file, OpeningMethods openings, char[] buffer) {
    for (int i = 1; i < file.getItemCount(); i++) {
      int item = file.getItem(i);
      if (item != 0 && file.readByte(item - 1) == FIELD) {
        int nameAndType = file.getItem(file.readUnsignedShort(item + 2));
        String name = file.readUTF8(nameAndType, buffer);
        String type = file.readUTF8(nameAndType + 2, buffer);
        String owner = file.readClass(item, buffer);
        if (keeps(openings, owner, name, type, true) || keeps(openings, owner, name, type, false)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean keeps(
      OpeningMethods openings, String owner, String name, String type, boolean isStatic) {
    return type.startsWith("L")
        && openings.keeps(
            new FieldRef(owner.replace('/', '.'), name, Descriptors.typeName(type), isStatic));
  }

  /** Whether it is a method that may be called by itself. */
  private static boolean isOwn(ClassReader file, MethodRef called) {
    return called.owner().equals(file.getClassName().replace('/', '.'))
        && !called.isConstructor()
        && called.name().indexOf('$') < 0;
  }

  /** Whether a method declared here is a callback that has something to release. */
  private static boolean takesDuty(ClassReader file, OpeningMethods openings) {
    if (file.getInterfaces().length == 0 && "java/lang/Object".equals(file.getSuperName())) {
      return false;
    }
    boolean[] found = new boolean[1];
    file.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            found[0] |= openings.takesDuty(method(file.getClassName(), name, descriptor));
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  private void openHanding() {
    for (String key : filling ? handing : Set.<String>of()) {
      String around = key;
      for (int i = 0; i < 20 && hidden.contains(around) && writtenIn.containsKey(around); i++) {
        around = writtenIn.get(around);
      }
      opening.add(around);
    }
  }

  /** What a lambda gets may come from the method around: rows.stream().map(r -> r.get("id")). */
  private void openAround() {
    for (String key : List.copyOf(opening)) {
      String around = key;
      while (hidden.contains(around)
          && writtenIn.containsKey(around)
          && opening.add(writtenIn.get(around))) {
        around = writtenIn.get(around);
      }
    }
  }

  private static MethodRef method(String internalOwner, String name, String descriptor) {
    String owner = internalOwner.startsWith("[") ? "java/lang/Object" : internalOwner;
    return new MethodRef(owner.replace('/', '.'), name, descriptor);
  }

  /** Whether this body is worth lowering: it opens, and a programmer wrote it. */
  boolean wants(String name, String descriptor) {
    String key = name + descriptor;
    return opening.contains(key) && (!hidden.contains(key) || writtenIn.containsKey(key));
  }

  /** The declared method around a body: for a lambda the one it is written in, else itself. */
  MethodRef declared(MethodRef body) {
    String key = body.name() + body.descriptor();
    Set<String> seen = new HashSet<>();
    while (hidden.contains(key) && writtenIn.containsKey(key) && seen.add(key)) {
      key = writtenIn.get(key);
    }
    int open = key.indexOf('(');
    return new MethodRef(body.owner(), key.substring(0, open), key.substring(open));
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String above, String[] interfaces) {
    owner = name;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    injects |= openings.captures(Lifespans.field(owner, access, name, descriptor));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    String key = name + descriptor;
    if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
      hidden.add(key);
    } else if (openings.takesDuty(method(owner, name, descriptor))
        || signature != null && openings.returnsPayload(method(owner, name, descriptor))
        || injects && name.equals("<init>")
        || openings.captures(method(owner, name, descriptor))) {
      opening.add(key);
    }
    file.startCounting();
    return new MethodVisitor(Opcodes.ASM9) {
      /** The instruction with a dig whose result may be untyped, or -1. */
      private int dug = -1;

      private boolean helped;

      private boolean catches;

      /** Whether it puts something into a collection. */
      private boolean fills;

      /** Whether it reads a field that may keep what is put into it. */
      private boolean keeps;

      @Override
      public void visitFieldInsn(int opcode, String type, String read, String fieldType) {
        boolean gets = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
        if (gets && !keeps && !opening.contains(key)) {
          keeps = OpeningScan.keeps(openings, type, read, fieldType, opcode == Opcodes.GETSTATIC);
          openIfKept();
        }
      }

      private void openIfKept() {
        if (keeps && fills) {
          opening.add(key);
        }
      }

      /** The instruction that takes what may be filled again, or -1. */
      private int taken = -1;

      @Override
      public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        catches |= type != null;
      }

      @Override
      public void visitMethodInsn(
          int opcode, String type, String called, String calledDescriptor, boolean isInterface) {
        MethodRef method = method(type, called, calledDescriptor);
        see(method);
        boolean itself = type.equals(owner) && key.equals(called + calledDescriptor);
        if (itself && openings.mayRecurse(method, catches)) {
          opening.add(key);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String calledDescriptor, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
            see(method(handle.getOwner(), handle.getName(), handle.getDesc()));
            if (handle.getOwner().equals(owner)) {
              writtenIn.putIfAbsent(handle.getName() + handle.getDesc(), key);
            }
          }
        }
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.CHECKCAST
            && taken >= 0
            && file.instructions() == taken + 1
            && openings.isReusable(type.replace('/', '.'))) {
          opening.add(key);
        }
        if (opcode == Opcodes.CHECKCAST && isResult()) {
          String name = type.replace('/', '.');
          dug = openings.isTree(name) || helped && name.startsWith("java.lang.") ? dug : -1;
        }
      }

      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.POP && isResult()) {
          dug = -1;
        }
      }

      /** Whether this instruction takes the result of the dig. */
      private boolean isResult() {
        return dug >= 0 && file.instructions() == dug + 1;
      }

      private void see(MethodRef method) {
        Opening kind = openings.opening(method);
        filling |= kind == Opening.IF_KEPT;
        if (opening.contains(key)) {
          return;
        }
        if (kind == Opening.ALWAYS) {
          opening.add(key);
        } else if (kind == Opening.IF_UNTYPED) {
          settle();
          dug = file.instructions();
        } else if (kind == Opening.IF_KEPT) {
          fills = true;
          openIfKept();
        } else if (kind == Opening.IF_FILLED) {
          handing.add(key);
        } else if (kind == Opening.IF_REUSABLE) {
          taken = file.instructions();
        } else {
          // a helper may bind, and what it returns may be read under any type
          helped |= openings.isTree(method.result());
        }
      }

      private void settle() {
        if (dug >= 0) {
          opening.add(key);
        }
      }

      @Override
      public void visitEnd() {
        settle();
      }
    };
  }
}
