package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks the asset bundles that merchants upload. */
public class BundleImporter {

  private final Path assetRoot;

  public BundleImporter(Path assetRoot) {
    this.assetRoot = assetRoot;
  }

  public void importBundle(String merchant, InputStream upload) throws IOException {
    Path target = Files.createDirectories(assetRoot.resolve(merchant)).toRealPath();
    try (ZipInputStream zip = new ZipInputStream(upload)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = resolveInside(target, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy( // expect: UnboundedDecompression
              zip, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Path resolveInside(Path root, String name) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("entry leaves the bundle: " + name);
    }
    return file;
  }
}
