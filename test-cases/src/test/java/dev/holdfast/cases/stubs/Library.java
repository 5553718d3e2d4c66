package dev.holdfast.cases.stubs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of the libraries that the stubs speak about, so that facts can be held against it.
 */
record Library(String name, ClassLoader loader) {
  /** The versions that the test cases are written against, and the JDK at hand. */
  static final Library CURRENT = new Library("class path", Library.class.getClassLoader());

  /** Folders of {@code target/other-libraries}: an older or newer version of one library each. */
  static final List<String> OTHERS =
      List.of(
          "async-http-client-2",
          "c3p0-0.9",
          "caffeine-2",
          "commons-io-2.6",
          "commons-pool2-2.6",
          "dbcp2-2.9",
          "gson-2.8",
          "guava-20",
          "hikari-4",
          "httpclient5-5.1",
          "jackson-2.13",
          "jedis-2",
          "jedis-3",
          "jedis-4",
          "jetty-11",
          "jetty-9.4",
          "mockito-3",
          "mongo-4",
          "okhttp-3",
          "okhttp-5",
          "slf4j-1",
          "snakeyaml-1",
          "spring-5");

  /** The version in this folder; what it does not bring comes from the class path. */
  static Library other(String folder) {
    Path path = Path.of(System.getProperty("other.libraries", "target/other-libraries"), folder);
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.jar")) {
      for (Path jar : files) {
        jars.add(jar.toUri().toURL());
      }
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Library(folder, new OwnFirst(jars.toArray(URL[]::new)));
  }

  /** The class of this binary name, or null. */
  Class<?> find(String type) {
    try {
      return Class.forName(type, false, loader);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** Whether the class comes with this version and not from the class path behind it. */
  boolean brings(Class<?> type) {
    return type.getClassLoader() == loader;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Looks into its own jars before it asks its parent. */
  private static final class OwnFirst extends URLClassLoader {
    static {
      registerAsParallelCapable();
    }

    OwnFirst(URL[] jars) {
      super(jars, Library.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known == null && !name.startsWith("java.")) {
          try {
            known = findClass(name);
          } catch (ClassNotFoundException e) {
            known = null;
          }
        }
        return known == null ? super.loadClass(name, resolve) : known;
      }
    }
  }
}
