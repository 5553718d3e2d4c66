package dev.holdfast.exam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks catalog deliveries and reads their manifest. */
public class CatalogUnpacker {

  public record Manifest(String supplier, int articles) {}

  private static final int MAX_ENTRIES = 2_000;
  private static final long MAX_BYTES = 512L * 1024 * 1024;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(40)
                      .maxStringLength(1_000_000)
                      .build())
              .build());

  public int unpack(InputStream delivery, Path target) throws IOException {
    int entries = 0;
    long budget = MAX_BYTES;
    try (ZipInputStream zip = new ZipInputStream(delivery)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new IOException("too many entries");
        }
        Path file = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || !file.startsWith(target.normalize())) {
          throw new IOException("unexpected entry " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        budget -= write(zip, file, budget);
      }
    }
    return entries;
  }

  public Manifest manifest(Path directory) throws IOException {
    return MAPPER.readValue(directory.resolve("manifest.json").toFile(), Manifest.class);
  }

  private static long write(InputStream in, Path file, long budget) throws IOException {
    long written = 0;
    byte[] chunk = new byte[16 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        written += n;
        if (written > budget) {
          throw new IOException("delivery is larger than " + MAX_BYTES);
        }
        out.write(chunk, 0, n);
      }
    }
    return written;
  }
}
