package dev.holdfast.analysis.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A class path of jars and directories, as {@code java -cp} sees it: first hit wins, what does not
 * exist is skipped, a multi-release jar answers for the release asked for. Jars are opened on first
 * use.
 */
final class ClassPathFiles implements ClassFiles {
  private static final String SUFFIX = ".class";
  private static final int FIRST_MULTI_RELEASE = 9;

  private final List<Path> entries;
  private final JarFile[] jars;
  private final Map<Integer, List<String>> listings = new HashMap<>();
  private final boolean[] broken;
  private final Runtime.Version release;
  private final List<Unread> unread = new ArrayList<>();

  ClassPathFiles(List<Path> entries, int release) {
    this.entries = entries.stream().filter(Files::exists).toList();
    this.jars = new JarFile[this.entries.size()];
    this.broken = new boolean[this.entries.size()];
    this.release =
        release < FIRST_MULTI_RELEASE
            ? JarFile.baseVersion()
            : Runtime.Version.parse(String.valueOf(release));
  }

  @Override
  public byte[] find(String binaryName) throws IOException {
    String file = binaryName.replace('.', '/') + SUFFIX;
    for (int i = 0; i < jars.length; i++) {
      byte[] found = Files.isDirectory(entries.get(i)) ? inDirectory(i, file) : inJar(i, file);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private byte[] inDirectory(int entry, String file) throws IOException {
    if (file.startsWith("/")) {
      return null; // a forged name
    }
    Path path = entries.get(entry).resolve(file);
    return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
  }

  private byte[] inJar(int entry, String file) throws IOException {
    JarFile jar = open(entry);
    ZipEntry found = jar == null ? null : jar.getEntry(file);
    if (found == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(found)) {
      return in.readAllBytes();
    }
  }

  @Override
  public List<String> classesIn(String packageName) {
    String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + '/';
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < jars.length; i++) {
      for (String file : Files.isDirectory(entries.get(i)) ? filesIn(i, folder) : listing(i)) {
        if (file.startsWith(folder)
            && file.endsWith(SUFFIX)
            && file.indexOf('/', folder.length()) < 0) {
          found.add(file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'));
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> filesIn(int entry, String folder) {
    String[] names = entries.get(entry).resolve(folder).toFile().list();
    return names == null ? List.of() : Arrays.stream(names).sorted().map(folder::concat).toList();
  }

  private List<String> listing(int entry) {
    return listings.computeIfAbsent(
        entry,
        at -> {
          JarFile jar = open(at);
          return jar == null ? List.of() : jar.stream().map(ZipEntry::getName).sorted().toList();
        });
  }

  private JarFile open(int entry) {
    if (jars[entry] == null && !broken[entry]) {
      Path path = entries.get(entry);
      try {
        jars[entry] = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, release);
      } catch (IOException | UnsupportedOperationException e) {
        broken[entry] = true;
        unread.add(new Unread(path.toString(), "not a readable jar: " + e.getMessage()));
      }
    }
    return jars[entry];
  }

  @Override
  public List<Unread> unread() {
    return List.copyOf(unread);
  }

  @Override
  public void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (JarFile jar : jars) {
      if (jar != null) {
        try {
          jar.close();
        } catch (IOException e) {
          failures.add(e);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
