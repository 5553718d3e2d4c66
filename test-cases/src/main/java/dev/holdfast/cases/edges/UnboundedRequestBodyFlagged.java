package dev.holdfast.cases.edges;

import com.google.common.io.ByteStreams;
import com.google.common.io.CharStreams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.IOUtils;

/** Request bodies that come to lie in memory, however long the client made them. */
final class UnboundedRequestBodyFlagged {
  byte[] servlet(HttpServletRequest request) throws IOException {
    return request.getInputStream().readAllBytes(); // expect: UnboundedRequestBody
  }

  String wrapped(ServletRequest request) throws IOException {
    try (InputStream in = new BufferedInputStream(request.getInputStream())) {
      byte[] body = in.readAllBytes(); // expect: UnboundedRequestBody
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  String exchange(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    return IOUtils.toString(in, StandardCharsets.UTF_8); // expect: UnboundedRequestBody
  }

  byte[] guava(HttpServletRequest request) throws IOException {
    return ByteStreams.toByteArray(request.getInputStream()); // expect: UnboundedRequestBody
  }

  String reader(HttpServletRequest request) throws IOException {
    return CharStreams.toString(request.getReader()); // expect: UnboundedRequestBody
  }

  byte[] part(Part part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes(); // expect: UnboundedRequestBody
    }
  }

  String lines(HttpServletRequest request) throws IOException {
    StringBuilder body = new StringBuilder();
    BufferedReader reader = request.getReader();
    String line;
    while ((line = reader.readLine()) != null) { // expect: UnboundedRequestBody
      body.append(line).append('\n');
    }
    return body.toString();
  }

  List<String> listed(HttpExchange exchange) throws IOException {
    List<String> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; ) {
        rows.add(line);
        line = reader.readLine(); // expect: UnboundedRequestBody
      }
    }
    return rows;
  }

  byte[] buffered(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = request.getInputStream();
    int n;
    while ((n = in.read(buffer)) > 0) { // expect: UnboundedRequestBody
      body.write(buffer, 0, n);
    }
    return body.toByteArray();
  }

  byte[] transferred(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    request.getInputStream().transferTo(body); // expect: UnboundedRequestBody
    return body.toByteArray();
  }

  byte[] copied(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    IOUtils.copy(request.getInputStream(), body); // expect: UnboundedRequestBody
    return body.toByteArray();
  }

  String byAHelper(HttpServletRequest request) throws IOException {
    return text(request.getInputStream()); // expect: UnboundedRequestBody
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  HttpHandler handler(OutputStream log) {
    return exchange -> {
      byte[] body = exchange.getRequestBody().readAllBytes(); // expect: UnboundedRequestBody
      log.write(body);
    };
  }
}
