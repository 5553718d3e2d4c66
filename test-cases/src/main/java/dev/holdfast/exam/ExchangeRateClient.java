package dev.holdfast.exam;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

public class ExchangeRateClient {

  private static final int MAX_BODY = 4 * 1024;

  private final HttpUrl endpoint;
  private final OkHttpClient http =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(8)).build();

  public ExchangeRateClient(HttpUrl endpoint) {
    this.endpoint = endpoint;
  }

  public BigDecimal rate(Currency from, Currency to) throws IOException {
    Request request = new Request.Builder().url(pairUrl(from, to)).build();
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    if (response.code() == 429) {
      throw new IllegalStateException(
          "rate limit reached, retry after " + response.header("Retry-After"));
    }
    try (ResponseBody body = response.body()) {
      byte[] raw = body.byteStream().readNBytes(MAX_BODY);
      return new BigDecimal(new String(raw, StandardCharsets.US_ASCII).trim());
    }
  }

  public BigDecimal convert(BigDecimal amount, Currency from, Currency to) throws IOException {
    return from.equals(to) ? amount : amount.multiply(rate(from, to));
  }

  private HttpUrl pairUrl(Currency from, Currency to) {
    return endpoint
        .newBuilder()
        .addPathSegment(from.getCurrencyCode())
        .addPathSegment(to.getCurrencyCode())
        .build();
  }
}
