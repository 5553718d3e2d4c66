package dev.holdfast.exam;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

@Configuration
public class IntegrationConfig {

  @Bean(destroyMethod = "close")
  public CloseableHttpClient partnerHttpClient(RequestConfig partnerLimits) {
    return HttpClients.custom()
        .setDefaultRequestConfig(partnerLimits)
        .setMaxConnTotal(60)
        .setMaxConnPerRoute(20)
        .evictIdleConnections(30, TimeUnit.SECONDS)
        .build();
  }

  @Bean
  public RequestConfig partnerLimits() {
    return RequestConfig.custom()
        .setConnectTimeout(1_500)
        .setSocketTimeout(6_000)
        .setConnectionRequestTimeout(1_000)
        .build();
  }

  @Bean(destroyMethod = "close")
  public JedisPool sessionPool() {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(32);
    config.setMaxIdle(8);
    config.setMaxWait(Duration.ofMillis(800));
    return new JedisPool(config, "redis.internal", 6379, 1_000);
  }

  @Bean(destroyMethod = "shutdown")
  public ExecutorService partnerExecutor() {
    return new ThreadPoolExecutor(
        8,
        8,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(200),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }
}
