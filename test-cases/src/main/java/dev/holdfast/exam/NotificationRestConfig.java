package dev.holdfast.exam;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestTemplate;

@Configuration
public class NotificationRestConfig {

  @Bean
  public RestTemplate notificationRestTemplate() {
    var factory = new SimpleClientHttpRequestFactory(); // expect: MissingHttpTimeout
    factory.setConnectTimeout(Duration.ofSeconds(2));
    return new RestTemplate(factory);
  }

  @Service
  public static class PushNotifier {

    private final RestTemplate rest;

    public PushNotifier(RestTemplate rest) {
      this.rest = rest;
    }

    public URI push(String deviceToken, String text) {
      return rest.postForLocation("https://push.internal/devices/{token}", text, deviceToken);
    }

    public void withdraw(URI notification) {
      rest.delete(notification);
    }
  }
}
