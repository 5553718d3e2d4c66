package dev.holdfast.exam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Adapter for the ERP's plain HTTP interface. */
public class LegacyErpConnector {

  private final String host;

  public LegacyErpConnector(String host) {
    this.host = host;
  }

  public int stockOf(String materialNumber) throws IOException {
    HttpURLConnection connection = open("/stock/" + materialNumber);
    int status = connection.getResponseCode();
    if (status >= 400) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  connection.getErrorStream(), // possible: UnclosedHttpResponse
                  StandardCharsets.UTF_8));
      char[] head = new char[512];
      int n = reader.read(head);
      throw new IOException("ERP " + status + ": " + new String(head, 0, Math.max(n, 0)));
    }
    try (InputStream in = connection.getInputStream()) {
      String figure = new String(in.readNBytes(32), StandardCharsets.US_ASCII);
      return Integer.parseInt(figure.trim());
    }
  }

  private HttpURLConnection open(String path) throws IOException {
    URL url = new URL("http://" + host + path);
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    connection.setConnectTimeout(3_000);
    connection.setRequestProperty("Accept", "text/plain");
    return connection;
  }
}
