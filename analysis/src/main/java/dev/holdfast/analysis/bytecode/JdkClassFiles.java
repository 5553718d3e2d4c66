package dev.holdfast.analysis.bytecode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of a JDK through its {@code jrt:/} file system, whatever module they are in. */
final class JdkClassFiles implements ClassFiles {
  private static final URI IMAGE = URI.create("jrt:/");
  private static final int RELEASE_BEFORE_MODULES = 8;

  private final FileSystem image;
  private final boolean own;
  private final Map<String, List<Path>> packages = new HashMap<>();

  private JdkClassFiles(FileSystem image, boolean own) {
    this.image = image;
    this.own = own;
  }

  static ClassFiles running() {
    return new JdkClassFiles(FileSystems.getFileSystem(IMAGE), false);
  }

  static ClassFiles at(Path home) throws IOException {
    for (String old : List.of("jre/lib/rt.jar", "lib/rt.jar")) {
      if (Files.exists(home.resolve(old))) {
        return new ClassPathFiles(List.of(home.resolve(old)), RELEASE_BEFORE_MODULES);
      }
    }
    FileSystem image = FileSystems.newFileSystem(IMAGE, Map.of("java.home", home.toString()));
    return new JdkClassFiles(image, true);
  }

  @Override
  public byte[] find(String binaryName) throws IOException {
    int dot = binaryName.lastIndexOf('.');
    if (dot < 0) {
      return null;
    }
    String file = binaryName.substring(dot + 1) + ".class";
    for (Path directory : directories(binaryName.substring(0, dot))) {
      Path path = directory.resolve(file);
      if (Files.exists(path)) {
        return Files.readAllBytes(path);
      }
    }
    return null;
  }

  private List<Path> directories(String packageName) throws IOException {
    List<Path> known = packages.get(packageName);
    if (known == null) {
      known = new ArrayList<>();
      Path modules = image.getPath("/packages", packageName);
      if (Files.isDirectory(modules)) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(modules)) {
          for (Path module : links) {
            String name = module.getFileName().toString();
            known.add(image.getPath("/modules", name, packageName.replace('.', '/')));
          }
        }
      }
      packages.put(packageName, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    if (own) {
      image.close();
    }
  }
}
