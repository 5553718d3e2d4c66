package dev.holdfast.cases.edges;

import com.sun.net.httpserver.HttpExchange;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.IOUtils;

/** Archives that are unpacked however much comes out of them. */
final class UnboundedDecompressionFlagged {
  void toFiles(InputStream upload, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(upload)) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        Path file = inside(folder, entry);
        Files.copy(zip, file); // expect: UnboundedDecompression
      }
    }
  }

  void fromOutside(ZipInputStream zip, Path file) throws IOException {
    while (zip.getNextEntry() != null) {
      Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING); // expect: UnboundedDecompression
    }
  }

  Map<String, byte[]> intoMemory(InputStream upload) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(upload)) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(e.getName(), zip.readAllBytes()); // expect: UnboundedDecompression
      }
    }
    return files;
  }

  void byHand(InputStream upload, Path folder) throws IOException {
    byte[] buffer = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(upload)) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        try (OutputStream out = Files.newOutputStream(inside(folder, entry))) {
          int n;
          while ((n = zip.read(buffer)) > 0) { // expect: UnboundedDecompression
            out.write(buffer, 0, n);
          }
        }
      }
    }
  }

  void ofAFile(File archive, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, inside(folder, entry)); // expect: UnboundedDecompression
        }
      }
    }
  }

  void transferred(ZipFile zip, Path folder) throws IOException {
    for (ZipEntry entry : Collections.list(zip.entries())) {
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = new FileOutputStream(inside(folder, entry).toFile())) {
        in.transferTo(out); // expect: UnboundedDecompression
      }
    }
  }

  void byCommonsIo(ZipInputStream zip, OutputStream out) throws IOException {
    while (zip.getNextEntry() != null) {
      IOUtils.copy(zip, out); // expect: UnboundedDecompression
    }
  }

  byte[] unpackedRequest(HttpServletRequest request) throws IOException {
    try (InputStream in = new GZIPInputStream(request.getInputStream())) {
      return in.readAllBytes(); // expect: UnboundedDecompression
    }
  }

  byte[] inflatedRequest(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    new InflaterInputStream(exchange.getRequestBody())
        .transferTo(body); // expect: UnboundedDecompression
    return body.toByteArray();
  }

  void byAHelper(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      write(zip, inside(folder, entry)); // expect: UnboundedDecompression
    }
  }

  private static void write(InputStream in, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
  }

  byte[] oneOfItsOwn(ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry("version"))) {
      return in.readAllBytes(); // possible: UnboundedDecompression
    }
  }

  byte[] whatItPacked(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes(); // possible: UnboundedDecompression
    }
  }

  private static Path inside(Path folder, ZipEntry entry) throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("outside: " + entry.getName());
    }
    return file;
  }
}
