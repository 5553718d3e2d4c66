package dev.holdfast.exam;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

public class PaymentCaptureService {

  private static final MediaType JSON = MediaType.get("application/json");

  private final String acquirerUrl;

  public PaymentCaptureService(String acquirerUrl) {
    this.acquirerUrl = acquirerUrl;
  }

  public boolean capture(String authorizationId, long cents) throws IOException {
    String payload = "{\"authorization\":\"" + authorizationId + "\",\"cents\":" + cents + "}";
    return post("/captures", payload) == 201;
  }

  public boolean refund(String captureId, long cents) throws IOException {
    String payload = "{\"capture\":\"" + captureId + "\",\"cents\":" + cents + "}";
    return post("/refunds", payload) == 201;
  }

  private int post(String path, String payload) throws IOException {
    OkHttpClient client =
        OutboundClientFactory.create("payment-capture/3"); // expect: HttpClientPerRequest
    Request request =
        new Request.Builder()
            .url(acquirerUrl + path)
            .post(RequestBody.create(payload, JSON))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return response.code();
    }
  }
}
