package dev.holdfast.exam;

import java.io.Closeable;
import java.io.IOException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpDelete;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

public class PartnerApiClient implements Closeable {

  private final CloseableHttpClient client;
  private final String partnerUrl;

  public PartnerApiClient(String partnerUrl) {
    this.partnerUrl = partnerUrl;
    this.client =
        HttpClients.custom()
            .setDefaultRequestConfig(defaults())
            .setMaxConnTotal(40)
            .build(); // expect: MissingHttpTimeout
  }

  public boolean cancelBooking(String bookingRef) throws IOException {
    return status(new HttpDelete(partnerUrl + "/bookings/" + bookingRef)) == 204;
  }

  public boolean revokeAccess(String partnerId) throws IOException {
    return status(new HttpDelete(partnerUrl + "/grants/" + partnerId)) < 300;
  }

  private int status(HttpUriRequest request) throws IOException {
    try (CloseableHttpResponse response = client.execute(request)) {
      EntityUtils.consume(response.getEntity());
      return response.getStatusLine().getStatusCode();
    }
  }

  private static RequestConfig defaults() {
    RequestConfig.Builder config = RequestConfig.custom();
    config.setConnectTimeout(3_000);
    config.setConnectionRequestTimeout(2_000);
    return config.build();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
