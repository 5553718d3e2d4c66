package dev.holdfast.exam;

import java.io.IOException;
import org.apache.http.HttpStatus;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the rating platform which carriers can currently quote. */
public class ShippingRateGateway {

  private static final Logger log = LoggerFactory.getLogger(ShippingRateGateway.class);

  private final String baseUrl;
  private final RequestConfig limits =
      RequestConfig.custom()
          .setConnectTimeout(2_000)
          .setSocketTimeout(5_000)
          .setConnectionRequestTimeout(1_000)
          .build();

  public ShippingRateGateway(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public boolean isCarrierReachable(String carrierCode) throws IOException {
    HttpHead head = new HttpHead(baseUrl + "/carriers/" + carrierCode);
    try (CloseableHttpResponse response =
        openClient().execute(head)) { // expect: UnclosedHttpClient
      int status = response.getStatusLine().getStatusCode();
      log.debug("carrier {} answered {}", carrierCode, status);
      return status == HttpStatus.SC_OK || status == HttpStatus.SC_NO_CONTENT;
    }
  }

  public String preferredCarrier(Iterable<String> candidates) throws IOException {
    for (String candidate : candidates) {
      if (isCarrierReachable(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no carrier reachable");
  }

  private CloseableHttpClient openClient() {
    return HttpClients.custom().setDefaultRequestConfig(limits).disableCookieManagement().build();
  }
}
