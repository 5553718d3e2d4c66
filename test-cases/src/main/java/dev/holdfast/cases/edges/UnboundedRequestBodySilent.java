package dev.holdfast.cases.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.ByteStreams;
import com.sun.net.httpserver.HttpExchange;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** Request bodies that are limited, streamed, or not the client's to decide. */
final class UnboundedRequestBodySilent {
  private static final int LIMIT = 1 << 20;

  private final ObjectMapper json = new ObjectMapper();

  byte[] upToALimit(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      throw new IOException("too long");
    }
    return body;
  }

  byte[] lengthChecked(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LIMIT || request.getContentLengthLong() < 0) {
      throw new IOException("too long");
    }
    return request.getInputStream().readAllBytes();
  }

  byte[] headerChecked(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length == null || Long.parseLong(length) > LIMIT) {
      throw new IOException("too long");
    }
    return exchange.getRequestBody().readAllBytes();
  }

  byte[] boundedByCommonsIo(HttpServletRequest request) throws IOException {
    try (InputStream in = new BoundedInputStream(request.getInputStream(), LIMIT)) {
      return IOUtils.toByteArray(in);
    }
  }

  byte[] boundedByGuava(HttpServletRequest request) throws IOException {
    return ByteStreams.toByteArray(ByteStreams.limit(request.getInputStream(), LIMIT));
  }

  byte[] boundedByAnOwnStream(HttpServletRequest request) throws IOException {
    return new Limited(request.getInputStream()).readAllBytes();
  }

  private static final class Limited extends FilterInputStream {
    private int left = LIMIT;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }
  }

  JsonNode parsed(HttpServletRequest request) throws IOException {
    return json.readTree(request.getInputStream());
  }

  void toAFile(HttpExchange exchange, Path file) throws IOException {
    Files.copy(exchange.getRequestBody(), file, StandardCopyOption.REPLACE_EXISTING);
  }

  void passedOn(HttpServletRequest request, OutputStream backend) throws IOException {
    request.getInputStream().transferTo(backend);
  }

  void passedOnByHand(HttpServletRequest request, OutputStream backend) throws IOException {
    byte[] buffer = new byte[8192];
    InputStream in = request.getInputStream();
    int n;
    while ((n = in.read(buffer)) > 0) {
      backend.write(buffer, 0, n);
    }
  }

  byte[] counted(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = request.getInputStream();
    int total = 0;
    int n;
    while ((n = in.read(buffer)) > 0) {
      total += n;
      if (total > LIMIT) {
        throw new IOException("too long");
      }
      body.write(buffer, 0, n);
    }
    return body.toByteArray();
  }

  byte[] sizeLookedAt(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = request.getInputStream();
    for (int n = in.read(buffer); n > 0 && body.size() < LIMIT; n = in.read(buffer)) {
      body.write(buffer, 0, n);
    }
    return body.toByteArray();
  }

  void lineByLine(HttpServletRequest request, Consumer<String> rows) throws IOException {
    BufferedReader reader = request.getReader();
    String line;
    while ((line = reader.readLine()) != null) {
      StringBuilder row = new StringBuilder();
      row.append(line).append(';');
      rows.accept(row.toString());
    }
  }

  String firstLine(HttpServletRequest request) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(request.getReader().readLine());
    return text.toString();
  }

  String charactersCounted(HttpServletRequest request) throws IOException {
    StringBuilder body = new StringBuilder();
    BufferedReader reader = request.getReader();
    int left = LIMIT;
    String line;
    while ((line = reader.readLine()) != null) {
      left -= line.length();
      if (left < 0) {
        throw new IOException("too long");
      }
      body.append(line);
    }
    return body.toString();
  }

  byte[] fixed(HttpServletRequest request) throws IOException {
    byte[] body = new byte[64];
    new DataInputStream(request.getInputStream()).readFully(body);
    return body;
  }

  byte[] sizeOfThePartChecked(Part part) throws IOException {
    if (part.getSize() > LIMIT) {
      throw new IOException("too long");
    }
    return part.getInputStream().readAllBytes();
  }

  byte[] ofAStreamFromOutside(InputStream in) throws IOException {
    return in.readAllBytes();
  }

  byte[] limitedByAHelper(HttpServletRequest request) throws IOException {
    return atMost(request.getInputStream(), LIMIT);
  }

  private static byte[] atMost(InputStream in, int limit) throws IOException {
    byte[] body = in.readNBytes(limit + 1);
    if (body.length > limit) {
      throw new IOException("too long");
    }
    return body;
  }

  /** The container refuses parts that are larger. */
  @MultipartConfig(maxFileSize = LIMIT)
  static final class Upload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        byte[] file = request.getPart("file").getInputStream().readAllBytes();
        response.setHeader("X-Length", String.valueOf(file.length));
      } catch (jakarta.servlet.ServletException broken) {
        throw new IOException(broken);
      }
    }
  }
}
