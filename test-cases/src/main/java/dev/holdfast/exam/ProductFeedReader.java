package dev.holdfast.exam;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class ProductFeedReader implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(ProductFeedReader.class);
  private static final int MAX_FEED = 2 * 1024 * 1024;

  private final CloseableHttpClient client =
      HttpClients.custom().setDefaultRequestConfig(limits()).build();

  public List<String> read(String url) throws IOException {
    CloseableHttpResponse response = null;
    InputStream content = null;
    try {
      response = client.execute(new HttpGet(url));
      content = response.getEntity().getContent();
      byte[] feed = content.readNBytes(MAX_FEED);
      return new String(feed, StandardCharsets.UTF_8).lines().toList();
    } finally {
      IOUtils.closeQuietly(content);
      release(response);
    }
  }

  public boolean available(String url) throws IOException {
    HttpEntity entity = null;
    try {
      CloseableHttpResponse response = client.execute(new HttpHead(url));
      entity = response.getEntity();
      return response.getStatusLine().getStatusCode() == 200;
    } finally {
      EntityUtils.consumeQuietly(entity);
    }
  }

  private static void release(CloseableHttpResponse response) {
    if (response != null) {
      try {
        response.close();
      } catch (IOException e) {
        log.debug("close failed", e);
      }
    }
  }

  private static RequestConfig limits() {
    return RequestConfig.custom()
        .setConnectTimeout(2_000)
        .setSocketTimeout(10_000)
        .setConnectionRequestTimeout(2_000)
        .build();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
