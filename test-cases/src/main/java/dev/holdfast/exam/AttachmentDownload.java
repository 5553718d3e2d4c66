package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands attachments to the web layer, which writes them when the response is committed. */
public class AttachmentDownload {

  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private final Path store;

  public AttachmentDownload(Path store) {
    this.store = store;
  }

  public Body open(String id) throws IOException {
    InputStream in = Files.newInputStream(store.resolve(id));
    return out -> {
      try (in) {
        in.transferTo(out);
      }
    };
  }

  public Supplier<InputStream> preview(String id) {
    return () -> {
      try {
        return Files.newInputStream(store.resolve(id + ".preview"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  public Optional<byte[]> signature(String id) throws IOException {
    try (InputStream in = preview(id).get()) {
      byte[] head = in.readNBytes(8);
      return head.length < 8 ? Optional.empty() : Optional.of(head);
    }
  }
}
