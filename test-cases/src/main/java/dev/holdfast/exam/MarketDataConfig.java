package dev.holdfast.exam;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HTTP set-up for the closing-price downloads. */
@Configuration
public class MarketDataConfig {

  @Bean
  public OkHttpClient closingPriceClient() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    builder.connectTimeout(Duration.ofSeconds(4));
    builder.readTimeout(Duration.ZERO); // expect: TimeoutDisabled
    builder.connectionPool(exchangeConnections());
    builder.dispatcher(dispatcher());
    return builder.build();
  }

  private static ConnectionPool exchangeConnections() {
    return new ConnectionPool(5_000, 12, TimeUnit.HOURS); // expect: UnboundedIdleConnections
  }

  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(16);
    return dispatcher;
  }
}
