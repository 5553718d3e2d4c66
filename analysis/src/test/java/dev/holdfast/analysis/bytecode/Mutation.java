package dev.holdfast.analysis.bytecode;

import java.util.Arrays;
import java.util.Random;

/** Damages a class file, most often so little that much of it is still read. */
final class Mutation {
  private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff};
  private static final int LONGEST_CUT = 64;

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  byte[] of(byte[] good) {
    byte[] bad = good.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && bad.length > 4; times--) {
      bad = once(bad);
    }
    return bad;
  }

  private byte[] once(byte[] file) {
    int at = random.nextInt(file.length - 4);
    switch (random.nextInt(12)) {
      case 0 -> {
        return Arrays.copyOf(file, random.nextInt(file.length));
      }
      case 1 -> {
        return splice(file, at, Math.min(file.length, at + 1 + random.nextInt(LONGEST_CUT)), 0);
      }
      case 2 -> {
        return splice(file, at, at, 1 + random.nextInt(LONGEST_CUT));
      }
      case 3 -> {
        int from = random.nextInt(file.length - 4);
        System.arraycopy(file, from, file, at, 1 + random.nextInt(4));
      }
      case 4, 5 -> putShort(file, at, EDGES[random.nextInt(EDGES.length)]);
      case 6 -> {
        putShort(file, at, random.nextInt(1 << 16));
        putShort(file, at + 2, random.nextInt(1 << 16));
      }
      case 7, 8 -> putShort(file, at, random.nextInt(1 + file.length / 16));
      case 9 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 10 -> file[at] += (byte) (random.nextBoolean() ? 1 : -1);
      default -> file[at] = (byte) random.nextInt(256);
    }
    return file;
  }

  /** Leaves out a stretch, or puts a copy of what lies before it into its place. */
  private static byte[] splice(byte[] file, int from, int to, int copied) {
    int length = Math.min(copied, from);
    byte[] out = new byte[file.length - (to - from) + length];
    System.arraycopy(file, 0, out, 0, from);
    System.arraycopy(file, from - length, out, from, length);
    System.arraycopy(file, to, out, from + length, file.length - to);
    return out;
  }

  private static void putShort(byte[] file, int at, int value) {
    file[at] = (byte) (value >> 8);
    file[at + 1] = (byte) value;
  }
}
