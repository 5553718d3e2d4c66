package dev.holdfast.exam;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Hands orders over to the fulfilment provider. */
public class FulfilmentHttpClient implements Closeable {

  private final CloseableHttpClient client;
  private final String endpoint;

  public FulfilmentHttpClient(String endpoint) {
    this.endpoint = endpoint;
    this.client =
        HttpClientBuilder.create()
            .setConnectionManager(connections())
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .build();
  }

  public int submit(String orderXml) throws IOException {
    HttpPost post = new HttpPost(endpoint + "/orders");
    post.setEntity(new StringEntity(orderXml, ContentType.APPLICATION_XML));
    return client.execute(
        post,
        response -> {
          EntityUtils.consume(response.getEntity());
          return response.getCode();
        });
  }

  private static PoolingHttpClientConnectionManager connections() {
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.ofSeconds(2))
            .setTimeToLive(TimeValue.ofMinutes(5))
            .build();
    SocketConfig socket = SocketConfig.custom().setSoTimeout(Timeout.ofSeconds(12)).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDefaultConnectionConfig(connection)
        .setDefaultSocketConfig(socket)
        .setMaxConnTotal(50)
        .setMaxConnPerRoute(25)
        .build();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
