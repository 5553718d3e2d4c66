package dev.holdfast.cases.stubs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Streams over the same content that remember whether they were closed. */
final class Watched {
  final InputStream in;
  final OutputStream out = new WatchedOutput();
  final Reader reader;
  final Writer writer = new WatchedWriter();
  private boolean closed;

  Watched(byte[] content) {
    in = new WatchedInput(content);
    reader = new WatchedReader(new String(content, StandardCharsets.UTF_8));
  }

  boolean isClosed() {
    return closed;
  }

  private final class WatchedInput extends ByteArrayInputStream {
    WatchedInput(byte[] content) {
      super(content);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final class WatchedOutput extends ByteArrayOutputStream {
    @Override
    public void close() {
      closed = true;
    }
  }

  private final class WatchedReader extends StringReader {
    WatchedReader(String content) {
      super(content);
    }

    @Override
    public void close() {
      closed = true;
      super.close();
    }
  }

  private final class WatchedWriter extends StringWriter {
    @Override
    public void close() {
      closed = true;
    }
  }
}
