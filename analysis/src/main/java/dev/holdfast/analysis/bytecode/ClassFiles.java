package dev.holdfast.analysis.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where class files come from, so that each engine reads the class path it already holds open. */
@FunctionalInterface
public interface ClassFiles extends Closeable {
  /**
   * The class file of a class, or null where there is none.
   *
   * @param binaryName with dots and {@code $}: {@code java.util.Map$Entry}
   * @throws IOException where there is one that cannot be read
   */
  byte[] find(String binaryName) throws IOException;

  /**
   * Binary names of the classes in a package, nested ones included, as far as this source can list
   * them.
   */
  default List<String> classesIn(String packageName) {
    return List.of();
  }

  /** Places that should hold class files and cannot be read, such as a broken jar. */
  default List<Unread> unread() {
    return List.of();
  }

  /** Releases what was opened; a source that opened nothing does nothing. */
  @Override
  default void close() throws IOException {}

  /** Asks this source first, then the other one; closes both. */
  default ClassFiles or(ClassFiles next) {
    ClassFiles first = this;
    return new ClassFiles() {
      @Override
      public byte[] find(String binaryName) throws IOException {
        byte[] found = first.find(binaryName);
        return found != null ? found : next.find(binaryName);
      }

      @Override
      public List<String> classesIn(String packageName) {
        Set<String> all = new LinkedHashSet<>(first.classesIn(packageName));
        all.addAll(next.classesIn(packageName));
        return List.copyOf(all);
      }

      @Override
      public List<Unread> unread() {
        List<Unread> all = new ArrayList<>(first.unread());
        all.addAll(next.unread());
        return all;
      }

      @Override
      public void close() throws IOException {
        try (next) {
          first.close();
        }
      }
    };
  }

  /**
   * A class path of jars and directories. What does not exist is skipped, as {@code java} does.
   *
   * @param release which classes a multi-release jar answers with
   */
  static ClassFiles of(List<Path> classPath, int release) {
    return new ClassPathFiles(classPath, release);
  }

  /** The classes of the running JDK. */
  static ClassFiles runningJdk() {
    return JdkClassFiles.running();
  }

  /** The classes of the JDK in this directory, of any release. */
  static ClassFiles jdk(Path home) throws IOException {
    return JdkClassFiles.at(home);
  }
}
