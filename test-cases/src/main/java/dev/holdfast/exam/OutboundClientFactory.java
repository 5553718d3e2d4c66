package dev.holdfast.exam;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** Central place for the settings of outbound HTTP. */
final class OutboundClientFactory {

  private OutboundClientFactory() {}

  static OkHttpClient create(String userAgent) {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(2))
        .callTimeout(Duration.ofSeconds(10))
        .addInterceptor(
            chain ->
                chain.proceed(chain.request().newBuilder().header("User-Agent", userAgent).build()))
        .build();
  }
}
