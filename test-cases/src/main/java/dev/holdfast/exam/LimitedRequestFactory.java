package dev.holdfast.exam;

import java.io.IOException;
import java.net.HttpURLConnection;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/** Request factory with the limits of the platform team. */
class LimitedRequestFactory extends SimpleClientHttpRequestFactory {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 8_000;

  @Override
  protected void prepareConnection(HttpURLConnection connection, String httpMethod)
      throws IOException {
    super.prepareConnection(connection, httpMethod);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
  }
}
