package dev.holdfast.cases.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web service that answers every request alike, or never. */
public final class Upstream extends Peer {
  private final byte[] answer;

  private Upstream(byte[] answer) {
    super("upstream");
    this.answer = answer;
  }

  /** Answers every request with this JSON and keeps the connection. */
  public static Upstream answering(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return new Upstream((head + json).getBytes(StandardCharsets.UTF_8));
  }

  /** Accepts requests and says nothing until it is closed. */
  public static Upstream silent() {
    return new Upstream(null);
  }

  public URI uri(String path) {
    return URI.create("http://" + host() + ":" + port() + path);
  }

  @Override
  void talk(BufferedReader in, OutputStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty() && answer != null) {
        out.write(answer);
        out.flush();
      }
    }
  }
}
