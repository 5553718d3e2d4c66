package dev.holdfast.cases.edges;

import com.google.common.io.ByteStreams;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** Archives that are counted, only looked at, or the program's own. */
final class UnboundedDecompressionSilent {
  private static final long LIMIT = 100L << 20;

  void counted(ZipInputStream zip, OutputStream out) throws IOException {
    byte[] buffer = new byte[8192];
    long total = 0;
    while (zip.getNextEntry() != null) {
      int n;
      while ((n = zip.read(buffer)) > 0) {
        total += n;
        if (total > LIMIT) {
          throw new IOException("too large");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  void toldToSomebody(ZipInputStream zip, OutputStream out, AtomicLong left) throws IOException {
    byte[] buffer = new byte[8192];
    while (zip.getNextEntry() != null) {
      int n;
      while ((n = zip.read(buffer)) > 0) {
        if (left.addAndGet(-n) < 0) {
          throw new IOException("too large");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  void sizeChecked(ZipFile zip, Path folder) throws IOException {
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getSize() > LIMIT) {
        throw new IOException("too large");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, folder.resolve("entry"));
      }
    }
  }

  void boundedByCommonsIo(ZipInputStream zip, OutputStream out) throws IOException {
    while (zip.getNextEntry() != null) {
      IOUtils.copy(new BoundedInputStream(zip, LIMIT), out);
    }
  }

  void boundedByGuava(ZipInputStream zip, OutputStream out) throws IOException {
    while (zip.getNextEntry() != null) {
      ByteStreams.limit(zip, LIMIT).transferTo(out);
    }
  }

  void upToALimit(ZipInputStream zip, OutputStream out) throws IOException {
    while (zip.getNextEntry() != null) {
      out.write(zip.readNBytes(1 << 20));
    }
  }

  List<String> names(ZipInputStream zip) throws IOException {
    List<String> names = new ArrayList<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      names.add(entry.getName());
    }
    return names;
  }

  void packed(OutputStream out, InputStream in) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("entry"));
      in.transferTo(zip);
      zip.closeEntry();
    }
  }

  void packedFile(Path file, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      in.transferTo(gzip);
    }
  }

  void codeOfItsOwn(JarFile jar, Path folder) throws IOException {
    for (ZipEntry entry : Collections.list(jar.entries())) {
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, folder.resolve("entry"));
      }
    }
  }

  byte[] unpackedUpToALimit(HttpServletRequest request) throws IOException {
    try (InputStream in = new GZIPInputStream(request.getInputStream())) {
      return in.readNBytes(1 << 20);
    }
  }

  InputStream unpackedByWhoReadsIt(HttpServletRequest request) throws IOException {
    return new GZIPInputStream(request.getInputStream());
  }

  void boundedByAnOwnStream(ZipInputStream zip, OutputStream out) throws IOException {
    while (zip.getNextEntry() != null) {
      IOUtils.copy(new Limited(zip), out);
    }
  }

  private static final class Limited extends FilterInputStream {
    private long left = LIMIT;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }
  }

  long skipped(ZipInputStream zip) throws IOException {
    long entries = 0;
    while (zip.getNextEntry() != null) {
      zip.closeEntry();
      entries++;
    }
    return entries;
  }

  int searched(ZipInputStream zip) throws IOException {
    byte[] buffer = new byte[8192];
    int zeros = 0;
    while (zip.getNextEntry() != null) {
      while (zip.read(buffer) > 0) {
        zeros += buffer[0] == 0 ? 1 : 0;
      }
    }
    return zeros;
  }
}
