package dev.holdfast.cases.edges;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Configuration;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** Clients of frameworks that are bounded, by default or by what is set. */
final class MissingHttpTimeoutSilentFrameworks {
  RestTemplate restTemplate() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(2_000);
    requests.setReadTimeout(Duration.ofSeconds(5));
    return new RestTemplate(requests);
  }

  RestTemplate ofSomebodyElse(ClientHttpRequestFactory requests) {
    return new RestTemplate(requests);
  }

  RestTemplate setLater(ClientHttpRequestFactory requests) {
    RestTemplate template = new RestTemplate();
    template.setRequestFactory(requests);
    return template;
  }

  RestTemplate overTheJdk() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(Duration.ofSeconds(5));
    return new RestTemplate(requests);
  }

  Client jaxRs() {
    return ClientBuilder.newBuilder()
        .connectTimeout(2, TimeUnit.SECONDS)
        .readTimeout(5, TimeUnit.SECONDS)
        .build();
  }

  /** As implementations did before there were methods for it. */
  Client byName() {
    Client client = ClientBuilder.newClient();
    client.property("jersey.config.client.connectTimeout", 2_000);
    client.property("jersey.config.client.readTimeout", 5_000);
    return client;
  }

  Client byNameOfTheBuilder() {
    return ClientBuilder.newBuilder()
        .property("jersey.config.client.connectTimeout", 2_000)
        .property("jersey.config.client.readTimeout", 5_000)
        .build();
  }

  Client configured(Configuration configuration) {
    return ClientBuilder.newClient(configuration);
  }

  AsyncHttpClient asyncHttpClient() {
    return Dsl.asyncHttpClient();
  }
}
