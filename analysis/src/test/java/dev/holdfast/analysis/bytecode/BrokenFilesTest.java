package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.ir.text.IrPrinter;
import dev.holdfast.analysis.world.ClassView;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No class file, however damaged, makes the front end throw. */
class BrokenFilesTest {
  private static final int ROUNDS = 400;

  @Test
  @Timeout(60)
  void damagedClassFilesNeverEscapeAsExceptions() throws IOException {
    Random random = new Random(8);
    int noted = 0;
    for (Class<?> type :
        List.of(java.util.Scanner.class, okhttp3.OkHttpClient.class, java.util.Optional.class)) {
      String name = type.getName();
      byte[] good;
      try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
        good = in.readAllBytes();
      }
      for (int round = 0; round < ROUNDS; round++) {
        byte[] bad = damage(good, random);
        ClassFiles files = wanted -> wanted.equals(name) ? bad : null;
        try (ClassFileWorld world = new ClassFileWorld(files.or(ClassFiles.runningJdk()), 17)) {
          ClassView view = world.find(name);
          if (view != null) {
            view.methods().forEach(method -> method.method().parameters());
            view.fields();
            view.notes();
            view.superType();
          }
          IrPrinter.print(world.bodies(name));
          noted += world.unreadCount();
        }
      }
    }
    assertTrue(noted > 0);
  }

  private static byte[] damage(byte[] good, Random random) {
    if (random.nextInt(10) == 0) {
      return java.util.Arrays.copyOf(good, random.nextInt(good.length));
    }
    byte[] bad = good.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
    }
    return bad;
  }
}
