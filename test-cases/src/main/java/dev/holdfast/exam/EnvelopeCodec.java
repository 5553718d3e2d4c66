package dev.holdfast.exam;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes message envelopes: a length, a type and the payload. */
public class EnvelopeCodec {

  public record Envelope(short type, byte[] payload) {}

  private static final int MAX = 64 * 1024;

  public Envelope read(InputStream source) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(source));
    int length = in.readInt();
    if (length < 0 || length > MAX) {
      throw new IOException("illegal envelope length " + length);
    }
    short type = in.readShort();
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Envelope(type, payload);
  }

  public Envelope read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in);
    }
  }

  public void store(Envelope envelope, Path file) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    try {
      out.writeInt(envelope.payload().length);
      out.writeShort(envelope.type());
      out.write(envelope.payload());
    } finally {
      out.close();
    }
  }

  public void describe(Envelope envelope, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain");
    BufferedWriter writer = new BufferedWriter(response.getWriter());
    writer.append("type ").append(Short.toString(envelope.type()));
    writer.newLine();
    writer.append("bytes ").append(Integer.toString(envelope.payload().length));
    writer.flush();
  }
}
