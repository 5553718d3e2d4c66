import module java.net.http;

/// A whole program in one file, without a class.
void main() throws Exception {
  HttpRequest request =
      HttpRequest.newBuilder(URI.create("http://localhost/")).build(); // expect: MissingHttpTimeout
  try (HttpClient client = HttpClient.newBuilder().connectTimeout(limit()).build()) {
    IO.println(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }
}

Duration limit() {
  return Duration.ofSeconds(2);
}
