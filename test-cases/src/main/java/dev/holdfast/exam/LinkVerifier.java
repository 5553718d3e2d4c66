package dev.holdfast.exam;

import java.io.Closeable;
import java.io.IOException;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;

/** Checks the links of the newsletter before it is sent. */
public class LinkVerifier implements Closeable {

  private final CloseableHttpClient client;

  public LinkVerifier() {
    RequestConfig limits =
        RequestConfig.custom()
            .setConnectTimeout(2_000)
            .setConnectionRequestTimeout(2_000)
            .setSocketTimeout(4_000)
            .build();
    client = HttpClientBuilder.create().setDefaultRequestConfig(limits).build();
  }

  public boolean exists(String url) throws IOException {
    try (CloseableHttpResponse response = client.execute(new HttpHead(url))) {
      return response.getStatusLine().getStatusCode() < 400;
    }
  }

  public String redirectTarget(String url) throws IOException {
    HttpHead head = new HttpHead(url);
    head.setConfig( // expect: DroppedDeadline
        RequestConfig.custom().setRedirectsEnabled(false).build());
    try (CloseableHttpResponse response = client.execute(head)) {
      return response.containsHeader(HttpHeaders.LOCATION)
          ? response.getFirstHeader(HttpHeaders.LOCATION).getValue()
          : url;
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
