package dev.holdfast.exam;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

public class CatalogSyncClient {

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI catalog;

  public CatalogSyncClient(URI catalog) {
    this.catalog = catalog;
  }

  public List<String> changedSkus(int pages) throws IOException, InterruptedException {
    List<String> skus = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      HttpResponse<String> response =
          http.send( // possible: UnboundedResponseBody
              pageRequest(page), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("page " + page + " failed with " + response.statusCode());
      }
      response.body().lines().filter(line -> !line.isBlank()).forEach(skus::add);
    }
    return skus;
  }

  private HttpRequest pageRequest(int page) {
    URI uri = catalog.resolve("/changes?page=" + page);
    return HttpRequest.newBuilder(uri)
        .header("Accept", "text/csv")
        .GET()
        .build(); // expect: MissingHttpTimeout
  }
}
