package dev.holdfast.exam;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class GeoLookupController {

  private static final String GEOCODER = "https://geo.internal/reverse";

  private final Map<String, String> resolved = new ConcurrentHashMap<>();

  @GetMapping("/geo/reverse")
  public String reverse(@RequestParam double lat, @RequestParam double lon) throws IOException {
    String known = resolved.get(lat + "," + lon);
    if (known != null) {
      return known;
    }
    String answer = fetch(lat, lon);
    resolved.put(lat + "," + lon, answer); // expect: DynamicMapKey
    return answer;
  }

  private String fetch(double lat, double lon) throws IOException {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .callTimeout(Duration.ofSeconds(5))
            .build(); // expect: HttpClientPerRequest
    Request request =
        new Request.Builder()
            .url(GEOCODER + "?lat=" + lat + "&lon=" + lon)
            .header("Accept", "application/json")
            .build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("geocoder answered " + response.code());
      }
      return response.body().string(); // possible: UnboundedResponseBody
    }
  }
}
